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
from nanproof.infer.value import UNKNOWN, Frame, Holder, Number, Sequence, Value
from nanproof.names.scopes import COMPREHENSIONS, scope_of
from nanproof.names.syntax import code_in, text

_MOST_CALLS = 8


def display(evaluator: Evaluator, frame: Frame, node: Node) -> Value:
    """Return a list display, with what is put into the list after that; as one number, as a comprehension is."""
    value = sequence(evaluator, frame, node)
    if not isinstance(value, Sequence):
        return value
    added = list(_added(evaluator, frame, node))
    return elements([*value.items, *added]) if added else value


def comprehended(evaluator: Evaluator, frame: Frame, node: Node) -> Value:
    """Return what the elements of a comprehension are; a list of tensors takes the values of its tensors."""
    body = node.child_by_field_name("body")
    return elements([evaluator.value(frame, body)]) if body is not None else UNKNOWN


def elements(values: list[Value]) -> Value:
    """Return what the elements of a list of tensors are; of a list of anything else nothing is known."""
    value = gathered(values)
    if isinstance(value, Sequence):
        return Sequence((value,))  # `[(p, q) for p, q in pairs]`: any item is as this one
    if not isinstance(value, Number):
        return UNKNOWN
    holder = Holder.ARRAY if value.holder is Holder.PYTHON else value.holder
    return replace(value, holder=holder, traits=frozenset(), term=0)


def _added(evaluator: Evaluator, frame: Frame, node: Node) -> Iterator[Value]:
    assignment = node.parent
    target = assignment.child_by_field_name("left") if assignment is not None else None
    if assignment is None or assignment.type != "assignment" or target is None or target == node:
        return
    for name in ("append", "extend"):
        calls = evaluator.modules.bindings(frame.document).calls_of(name)
        here = (call for called, call in calls if _is_on(called, target, node))
        for call in islice(here, _MOST_CALLS):
            listed = call.child_by_field_name("arguments")
            given = [listed] if listed is not None and listed.type == "generator_expression" else code_in(listed)
            if len(given) != 1:
                continue
            scope = _activation(call)
            owner = frame if scope == frame.scope else evaluator.general(frame.document, scope)
            yield evaluator.value(owner, given[0]) if name == "append" else item(evaluator, owner, given[0], ())


def _is_on(called: Node, target: Node, node: Node) -> bool:
    """Say whether a method is called on what a list was assigned to: by its name in one function, or in one class."""
    receiver = called.child_by_field_name("object")
    if receiver is None or text(receiver) != text(target):
        return False
    if target.type == "identifier":
        return _activation(called) == _activation(node)
    return target.type == "attribute" and scope_of(_activation(called)) == scope_of(_activation(node))


def _activation(node: Node) -> Node:
    scope = scope_of(node)
    while scope.type in COMPREHENSIONS:
        scope = scope_of(scope)
    return scope
