"""Lists that are filled later: what `append` and `extend` put into a list belongs to it wherever it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.iterables import item
from nanproof.infer.joining import gathered
from nanproof.infer.literals import sequence
from nanproof.infer.selected import TRUTH
from nanproof.infer.shares import listed
from nanproof.infer.value import UNKNOWN, Alternatives, Frame, Holder, Instance, Layer, Number, Sequence, Value
from nanproof.names.scopes import COMPREHENSIONS, scope_of
from nanproof.names.syntax import code_in, first_child, inside, is_a, node_at, parent_of, required, text
from nanproof.source.place import Place

_MOST_CALLS = 8
_METHODS = frozenset({"append", "extend"})


def display(evaluator: Evaluator, frame: Frame, node: Node) -> Value:
    """Return a list display, with what is put into the list after that; as one number, as a comprehension is."""
    value = sequence(evaluator, frame, node)
    if not isinstance(value, Sequence):
        return value
    added = list(_added(evaluator, frame, node))
    return elements([*value.items, *added]) if added else value


def comprehended(evaluator: Evaluator, frame: Frame, node: Node) -> Value:
    """Return what the elements of a comprehension are; a list of tensors takes the values of its tensors."""
    return elements([evaluator.value(frame, required(node, "body"))])


def with_added(evaluator: Evaluator, where: Place, value: Value) -> Value:
    """Return what a list holds that a call makes, `nn.ModuleList()`, with what is put into it after that."""
    call = node_at(where.document.tree.root_node, where.span.start, where.span.end)
    added = list(_added(evaluator, evaluator.around(where.document, call), call))
    if not added:
        return value
    return elements([*(value.items if isinstance(value, Sequence) else ()), *added])


def given_by(statement: Node, value: Value) -> tuple[Value, ...]:
    """Return what a `return` or a `yield` gives, one after the other: of `yield from` all that it runs through."""
    if any(each.type == "from" for each in statement.children):
        match value:
            case Sequence(items):
                return items
            case Number(alternatives=Alternatives(numbers, by=None)):
                return numbers
    return (value,)


def yielded(body: Node, values: list[Value]) -> Value:
    """Return what a generator yields: item by item where each `yield` runs once, one after the other."""
    alone = [each for each in code_in(body) if is_a(each, "expression_statement")]
    once = sum(1 for each in alone if is_a(first_child(each), "yield"))
    if not len(values) == once > 1 or any(each.type == "return_statement" for each in inside(body)):
        return elements(values)
    return Sequence(tuple(values))


def elements(values: list[Value]) -> Value:
    """Return what the elements of a list are, of tensors as of one tensor; of many a thing nothing is known.

    Which of them are known is kept for whoever runs through the list: an item is one of them.
    """
    value = gathered(values)
    if isinstance(value, Sequence | Layer | Instance):
        return Sequence((value,))  # `[(p, q) for p, q in pairs]`: any item is as this one
    if not isinstance(value, Number):
        return UNKNOWN
    holder = Holder.ARRAY if value.holder is Holder.PYTHON else value.holder
    several = tuple(each for each in values if isinstance(each, Number))
    is_known = 1 < len(several) == len(values) <= _MOST_CALLS
    kept = Alternatives(several, by=None, are_apart=False) if is_known else None
    traits = value.traits & TRUTH | listed(value.traits)
    return replace(value, holder=holder, traits=traits, term=0, alternatives=kept)


def _added(evaluator: Evaluator, frame: Frame, node: Node) -> Iterator[Value]:
    assignment = node.parent
    if not is_a(assignment, "assignment"):
        return
    for method, call in islice(_calls(evaluator, frame, required(assignment, "left")), _MOST_CALLS):
        listed = required(call, "arguments")
        given = [listed] if is_a(listed, "generator_expression") else code_in(listed)
        if len(given) != 1:
            continue
        scope = _activation(call)
        owner = frame if scope == frame.scope else evaluator.general(frame.document, scope)
        yield evaluator.value(owner, given[0]) if method == "append" else item(evaluator, owner, given[0], ())


def _calls(evaluator: Evaluator, frame: Frame, target: Node) -> Iterator[tuple[str, Node]]:
    """Yield the calls that put something into an assigned list: in one function, or on `self` in one class."""
    bindings, here = evaluator.modules.bindings(frame.document), _activation(target)
    if target.type == "identifier":
        uses = bindings.occurrences_in(text(target), here.start_byte, here.end_byte)
        held = (use for use in uses if _activation(use) == here)
    else:
        labels = bindings.occurrences(text(target.child_by_field_name("attribute")))
        attributes = (label.parent for label in labels if label.parent is not None)
        owner = scope_of(here)
        held = (each for each in attributes if text(each) == text(target) and scope_of(_activation(each)) == owner)
    for use in held:
        method = parent_of(use)
        call, name = method.parent, text(method.child_by_field_name("attribute"))
        if is_a(call, "call") and name in _METHODS:
            yield name, call


def _activation(node: Node) -> Node:
    scope = scope_of(node)
    while scope.type in COMPREHENSIONS:
        scope = scope_of(scope)
    return scope
