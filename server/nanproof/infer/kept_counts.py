"""Counts that an object keeps: zeros to which each call adds how often each class occurs there.

So the codes of a codebook are averaged, `self.avg / self.size`: one that was never chosen has counted 0 to this day,
however its count fades, `self.size = decay * self.size + (1 - decay) * chosen.sum(0)`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.producer import Producer
from nanproof.infer.selected import OF_EACH
from nanproof.infer.states import begins_with_0, is_of_another_class, write_to
from nanproof.infer.structure import Origin, producing
from nanproof.infer.value import Number, UserClass, Value
from nanproof.names.syntax import bare, called_name, code_in, inside, is_a, operands, parent_of, required, text
from nanproof.source.document import Document
from nanproof.source.place import Place
from nanproof.source.span import Span
from nanproof.values.interval import Interval
from nanproof.values.ranges import Range

_WHOLE, _FADED = "count_of_each_class", "faded_count"
_FADES = frozenset({"mul_", "div_", "zero_"})
_ADDS = frozenset({"add_", "lerp_", "assign_add"})
_ASSIGNS = frozenset({"assign"})
_MOST_WRITES = 6


def kept_count(
    evaluator: Evaluator, owner: UserClass, name: str, made: Node, begins: Callable[[], Value]
) -> Number | None:
    """Return an attribute as a count of each class; None where something else is ever written there, or nothing is."""
    added = _added(evaluator, owner, name, made)
    if not added:
        return None
    value = begins()
    if not begins_with_0(value) or not all(_is_count(evaluator, owner.document, each) for each in added):
        return None
    # What was only added up is a whole number.
    function = _WHOLE if all(map(_is_only_added, added)) else _FADED
    producer = Producer(function, owner.document.path, made.start_byte, ())
    term = evaluator.interned(("made", producer))
    count = replace(value, range=Range(Interval(0.0, math.inf)), traits=frozenset(), term=term)
    where = Place(owner.document, Span(made.start_byte, made.end_byte))
    return producing(evaluator, count, function, (0.0,), Origin(producer, where))


def _added(evaluator: Evaluator, owner: UserClass, name: str, made: Node) -> list[Node]:
    """Return what is added to an attribute, one way or another; nothing where something else is done to it."""
    found: list[Node] = []
    for occurrence in evaluator.modules.bindings(owner.document).occurrences(name):
        attribute = parent_of(occurrence)
        is_made = made.start_byte <= attribute.start_byte < made.end_byte
        if is_made or attribute.child_by_field_name("attribute") != occurrence:
            continue
        if (write := write_to(attribute)) is None or is_of_another_class(evaluator, owner, attribute):
            continue
        added = list(_of_write(write, text(attribute)))
        if None in added or len(found) > _MOST_WRITES:
            return []
        found += [each for each in added if each is not None]
    return found


def _is_only_added(node: Node) -> bool:
    """Say whether a write does nothing but add an expression."""
    above = parent_of(node)
    return above.type == "augmented_assignment" or called_name(above.parent) == "assign_add"


def _of_write(write: Node, written: str) -> Iterator[Node | None]:
    """Yield what a statement, or a chain of methods, adds to an attribute; None where it does something else."""
    match write.type:
        case "call":
            yield from _of_chain(write, written)
        case "augmented_assignment":
            operator = text(required(write, "operator"))
            yield required(write, "right") if operator == "+=" and _is_whole(write, written) else None
        case _ if (right := write.child_by_field_name("right")) is not None:
            yield from _of_sum(right, written) if _is_whole(write, written) else (None,)


def _is_whole(assignment: Node, written: str) -> bool:
    """Say whether an assignment is to an attribute itself, or to its data, and not to an item."""
    return text(required(assignment, "left")).removesuffix(".data") == written


def _of_chain(call: Node, written: str) -> Iterator[Node | None]:
    """Of `self.size.mul_(decay).add_(chosen.sum(0), alpha=1 - decay)`."""
    link: Node | None = call
    while is_a(link, "call"):
        arguments = code_in(link.child_by_field_name("arguments"))
        given = [each for each in arguments if each.type != "keyword_argument"]
        method = called_name(link)
        if method in _ADDS and given:
            yield given[0] if method == "lerp_" else given[-1]
        elif method in _ASSIGNS and len(given) == 1:
            yield from _of_sum(given[0], written)
        elif method not in _FADES:
            yield None
        above = link.parent
        link = above.parent if is_a(above, "attribute") else None


def _of_sum(node: Node, written: str) -> Iterator[Node | None]:
    """Yield the terms of a sum beside the attribute itself, of which one must be there: `decay * self.size + x`."""
    terms = list(_terms(node))
    own = [each for each in terms if any(text(one) == written for one in inside(each))]
    if len(own) != 1 or len(terms) == 1 or not _is_faded(own[0], written):
        yield None
        return
    yield from (each for each in terms if each not in own)


def _is_faded(node: Node, written: str) -> bool:
    """Say whether a term is an attribute itself, or a multiple of it."""
    return any(text(bare(each)) == written for each in (node, *(operands(node, "*") or ())))


def _terms(node: Node) -> Iterator[Node]:
    both = operands(node, "+")
    if both is None:
        yield bare(node)
        return
    for side in both:
        yield from _terms(side)


def _is_count(evaluator: Evaluator, document: Document, node: Node) -> bool:
    """Say whether an expression is how often each class occurs, or a multiple of that."""
    if (factors := operands(node, "*")) is not None:
        return any(_is_count(evaluator, document, each) for each in factors)
    value = evaluator.value(evaluator.around(document, node), node)
    if not isinstance(value, Number) or value.range.interval.low < 0:
        return False
    counts = {each.producer for each in value.made if each.function.name in OF_EACH}
    return any(point.value == 0 and not counts.isdisjoint(dict(point.under)) for point in value.range.points)
