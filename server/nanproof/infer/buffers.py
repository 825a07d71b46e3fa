"""Buffers: arrays of zeros that an object makes at first and fills later, item by item. What is not filled is 0."""

from __future__ import annotations

from dataclasses import replace

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.producer import Producer
from nanproof.infer.structure import Origin, producing
from nanproof.infer.value import Number, Value
from nanproof.names.binding import Binding
from nanproof.names.scopes import scope_of
from nanproof.source.document import Document
from nanproof.source.place import Place
from nanproof.source.span import Span
from nanproof.values.ranges import UNKNOWN_RANGE

FUNCTION = "buffer"


def filled_later(
    evaluator: Evaluator, document: Document, value: Value, made: Binding, written: list[Binding]
) -> Value:
    """Return a buffer for zeros whose items other methods assign; where the same method does, it may fill all."""
    if not isinstance(value, Number) or value.range.single != 0 or not written:
        return value
    home = scope_of(made.statement)
    if any(scope_of(each.statement) == home for each in written):
        return replace(value, range=UNKNOWN_RANGE, term=0)
    where = Place(document, Span(made.statement.start_byte, made.statement.end_byte))
    producer = Producer(FUNCTION, document.path, made.statement.start_byte, ())
    zeros = replace(value, range=UNKNOWN_RANGE, term=evaluator.interned(("made", producer)))
    return producing(evaluator, zeros, FUNCTION, (0.0,), Origin(producer, where))


def filled_part(number: Number, index: Node) -> Number:
    """Return what an index picks of a number: of a buffer, `b[i]` and `b[:n]` mean to pick what was filled."""
    if not any(each.function.name == FUNCTION for each in number.made):
        return number
    is_open_ended = index.type == "slice" and index.children[-1].type == ":"
    return number if is_open_ended else replace(number, range=UNKNOWN_RANGE, made=(), direct=None, trace=None)
