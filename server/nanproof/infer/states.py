"""States that begin with zeros: what a method reads before it writes there for the first time is still 0.

So a loss is divided by its running mean, which is brought up to date below. What others write, or the method itself
further up, is no longer known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile
from typing import TypeGuard

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.lineage import lineage
from nanproof.infer.producer import Producer
from nanproof.infer.structure import Origin, producing
from nanproof.infer.trained import FROM_0
from nanproof.infer.value import Holder, Number, UserClass, Value
from nanproof.names.scopes import class_around, scope_of
from nanproof.names.syntax import inside, is_a, outwards, parent_of, required, text
from nanproof.source.document import Document
from nanproof.source.place import Place
from nanproof.source.span import Span
from nanproof.values.ranges import UNKNOWN_RANGE

FUNCTION = "state_from_0"
_DETACHED = frozenset({"detached"})
_CONSTRUCTORS = frozenset({"__init__", "build", "setup"})
_LEADS_ON = {"subscript": "value", "attribute": "object"}
_ASSIGNS = frozenset({"assignment", "augmented_assignment"})
_TARGETS = frozenset({"pattern_list", "tuple_pattern", "list_pattern"})
# What runs in some calls only; and what may have left the method before.
_PERHAPS = frozenset({"if_statement", "conditional_expression", "match_statement", "boolean_operator", "lambda"})
_LEAVES = frozenset({"return_statement", "raise_statement"})


def begins_with_0(value: Value | None) -> TypeGuard[Number]:
    """Say whether what an attribute is made as is a tensor of zeros, or a variable of zeros that nobody trains."""
    if not isinstance(value, Number) or value.holder is not Holder.TENSOR:
        return False
    return value.range.single == 0 or FROM_0 in value.traits


def before_first_written(
    evaluator: Evaluator, owner: UserClass, name: str, made: Node, use: Node | None, begins: Callable[[], Value]
) -> Number | None:
    """Return a state of zeros for a use that comes before all that writes there; None where that is not certain.

    What it `begins` with where it is `made` is asked last: most attributes are not written where they are read.
    """
    if use is None:
        return None
    method, document = scope_of(use), owner.document
    if text(method.child_by_field_name("name")) in _CONSTRUCTORS:
        return None
    others, is_written = list[Node](), False
    for occurrence in evaluator.modules.bindings(document).occurrences(name):
        attribute = parent_of(occurrence)
        if attribute.child_by_field_name("attribute") != occurrence or _is_around(made, occurrence):
            continue
        write = write_to(attribute)
        if write is None:
            others.append(attribute)
        elif is_of_another_class(evaluator, owner, attribute):
            continue
        # Within an update, `self.mean = 0.9 * self.mean + x`, it is one of many.
        elif scope_of(write) == method and write.start_byte > use.start_byte:
            is_written = True
        else:
            return None
    value = begins() if is_written and not _runs_perhaps(use) else None
    if not begins_with_0(value):
        return None
    own = (each for each in others if not is_of_another_class(evaluator, owner, each))
    perhaps = (call for each in own if (call := _given_to(evaluator, document, each)) is not None)
    if any(scope_of(each) != method or each.start_byte <= use.start_byte for each in perhaps):
        return None
    return _state(evaluator, document, value, made)


def is_of_another_class(evaluator: Evaluator, owner: UserClass, attribute: Node) -> bool:
    """Say whether an attribute is that of `self` in a class that does not inherit the one that has the state."""
    around = class_around(attribute)
    if text(required(attribute, "object")) != "self" or around is None:
        return False
    return owner not in lineage(evaluator, UserClass(owner.document, around))


def _state(evaluator: Evaluator, document: Document, value: Number, made: Node) -> Number:
    producer = Producer(FUNCTION, document.path, made.start_byte, ())
    # Nobody trains it, and what was computed in the call before is no longer differentiated.
    traits = _DETACHED if value.range.is_unknown or value.range.single == 0 else frozenset[str]()
    state = replace(value, range=UNKNOWN_RANGE, traits=traits, term=evaluator.interned(("made", producer)))
    where = Place(document, Span(made.start_byte, made.end_byte))
    return producing(evaluator, state, FUNCTION, (0.0,), Origin(producer, where))


def _is_around(node: Node, inner: Node) -> bool:
    return node.start_byte <= inner.start_byte < node.end_byte


def _runs_perhaps(use: Node) -> bool:
    """Say whether a use runs in some calls only: inside of a condition, or behind what leaves the method."""
    method = scope_of(use)
    for node in takewhile(lambda each: each != method, (use, *outwards(use))):
        before = node.prev_named_sibling
        while before is not None:
            if before.type == "if_statement" and any(each.type in _LEAVES for each in inside(before)):
                return True
            before = before.prev_named_sibling
        if parent_of(node).type in _PERHAPS:
            return True
    return False


def write_to(attribute: Node) -> Node | None:
    """Return what writes into an attribute: an assignment, or a method that is called of it."""
    node = _element(attribute)
    above = parent_of(node)
    if above.type == "call":
        method = text(node.child_by_field_name("attribute"))
        return above if method.endswith("_") or method.startswith("assign") else None
    while above.type in _TARGETS:
        node, above = above, parent_of(above)
    return above if above.type in _ASSIGNS and required(above, "left") == node else None


def _element(attribute: Node) -> Node:
    """Return the expression that picks of an attribute, `self.x[:n].data`, or the attribute itself."""
    node = attribute
    while (above := parent_of(node)).type in _LEADS_ON and above.child_by_field_name(_LEADS_ON[above.type]) == node:
        node = above
    return node


def _given_to(evaluator: Evaluator, document: Document, attribute: Node) -> Node | None:
    """Return the call that an attribute is passed to and that may write there: `swap_(x)`, or what nobody knows."""
    above = parent_of(_element(attribute))
    above = parent_of(above) if is_a(above, "keyword_argument") else above
    if not is_a(above, "argument_list"):
        return None
    call = parent_of(above)
    callee = required(call, "function")
    known = evaluator.operation_of(evaluator.value(evaluator.around(document, callee), callee))
    return call if known is None or text(callee).endswith("_") else None
