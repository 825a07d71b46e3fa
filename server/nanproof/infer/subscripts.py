"""Subscripts: an item of a known tuple, a slice of a tensor."""

from __future__ import annotations

from dataclasses import replace

from tree_sitter import Node

from nanproof.infer.buffers import filled_part
from nanproof.infer.columns import column
from nanproof.infer.evaluator import Evaluator, place, term_of
from nanproof.infer.iterables import values_beside_places
from nanproof.infer.joining import Choice, join
from nanproof.infer.last_added import last_added
from nanproof.infer.literals import written_key
from nanproof.infer.narrowing import chosen, written_in
from nanproof.infer.one_hot import ONE_HOT
from nanproof.infer.operators import as_number
from nanproof.infer.own_elements import picked_of_own
from nanproof.infer.pairwise import adds_axes, names_what_it_picks, off_the_diagonal
from nanproof.infer.parted import PICKED, entry
from nanproof.infer.producer import Producer
from nanproof.infer.selected import DIAGONAL, of_what_occurs
from nanproof.infer.shares import cut, without_end
from nanproof.infer.structure import Origin, producing
from nanproof.infer.value import (
    NONE,
    UNKNOWN,
    Deferred,
    Frame,
    Holder,
    Method,
    Number,
    Parts,
    Sequence,
    Table,
    Unknown,
    Value,
)
from nanproof.names.reaching import reaching
from nanproof.names.syntax import is_a, required, text
from nanproof.values.dtype import DType
from nanproof.values.ranges import between


def subscript(evaluator: Evaluator, frame: Frame, node: Node) -> Value:
    """Return `value[index]`: an element or a part of a tensor takes the values that the tensor takes."""
    holder, index_node = required(node, "value"), required(node, "subscript")
    if _index(node) == "[0]" and (first := values_beside_places(evaluator, frame, holder)) is not None:
        return first
    if (last := last_added(evaluator, frame, node)) is not None:
        return last
    value = evaluator.value(frame, holder)
    is_chosen = _speaks_of(index_node, holder)
    if is_chosen:
        value = as_number(evaluator, value) or value
    if isinstance(value, Unknown):
        value = _asked_about(evaluator, frame, holder, index_node, value)
    if isinstance(value, Number) and value.traits >= DIAGONAL and (rows := _rows(evaluator, frame, value, node)):
        return rows
    if isinstance(value, Number):
        # x[x > 0]: only the elements for which the condition holds.
        selected = chosen(evaluator, Deferred(frame, holder), index_node, holds=True)
        if is_chosen and (selected == value or not isinstance(selected, Number)):
            # x[x.sum(1) != 0]: what the condition leaves out is not known, but somebody thought of it.
            selected = replace(value, traits=value.traits | {"chosen"})
        part = filled_part(selected if isinstance(selected, Number) else value, index_node)
        part = without_end(off_the_diagonal(part, _index(node)), _index(node))
        if names_what_it_picks(_index(node)) and _may_be_labels(evaluator.value(frame, index_node)):
            part = of_what_occurs(part)
        return _part(evaluator, column(evaluator, frame, part, node), node)
    if isinstance(value, Table):
        return _under(evaluator, frame, value, index_node)
    if not isinstance(value, Sequence):
        return _unknown_part(evaluator, frame, value, node)
    index = evaluator.value(frame, index_node)
    position = index.range.single if isinstance(index, Number) else None
    if position is None or not -len(value.items) <= position < len(value.items):
        chosen_by = term_of(evaluator, index) or (frame.key, node.start_byte)
        return join(evaluator, value.items, Choice(("item", chosen_by))) if value.items else UNKNOWN
    return value.items[int(position)]


def _under(evaluator: Evaluator, frame: Frame, table: Table, index: Node) -> Value:
    """Return what a dictionary holds under a key; one that is not written out picks any of the functions in it."""
    key, items = written_key(index), dict(table.items)
    others = UNKNOWN if table.others is None else table.others
    if key is not None:
        return items.get(key, others)
    things = [*items.values(), others]
    if any(isinstance(each, Number | Sequence | Table) for each in things):
        return others
    picked_by = term_of(evaluator, evaluator.value(frame, index)) or (frame.key, index.start_byte)
    return join(evaluator, things, Choice(("item", picked_by)))


def _rows(evaluator: Evaluator, frame: Frame, identity: Number, node: Node) -> Number | None:
    """Return the rows of an identity matrix that a tensor picks, `np.eye(k)[labels]`: one-hot vectors.

    What a number picks is one of them, and no slice is any.
    """
    indices = node.children_by_field_name("subscript")
    index = evaluator.value(frame, indices[0]) if len(indices) == 1 else NONE
    is_tensor = isinstance(index, Unknown | Number | Method) and not is_a(indices[0], "slice", "comparison_operator")
    if not is_tensor or (isinstance(index, Number) and index.holder is Holder.PYTHON):
        return None
    where = place(frame, node)
    producer = Producer("one_hot", where.document.path, where.span.start, frame.key)
    bounded = replace(identity, range=between(0.0, 1.0), traits=ONE_HOT, term=evaluator.interned(("made", producer)))
    return producing(evaluator, bounded, "one_hot", (0.0, 1.0), Origin(producer, where))


def _asked_about(evaluator: Evaluator, frame: Frame, holder: Node, index: Node, value: Unknown) -> Value:
    """Return what is known of the elements that a condition picks of something unknown: `mask = x > 1; x[mask]`."""
    selected = chosen(evaluator, Deferred(frame, holder), index, holds=True)
    return selected if isinstance(selected, Number) else value


def _unknown_part(evaluator: Evaluator, frame: Frame, value: Value, node: Node) -> Value:
    """Return a part of something unknown, which is the same part elsewhere where a number or a key says which.

    What a name picks, `x[i]`, is the same where the name has its value from the same places, as in the body of a loop.
    """
    index, term = _index(node), term_of(evaluator, value)
    if not term or not isinstance(value, Unknown):
        return UNKNOWN
    keys = node.children_by_field_name("subscript")
    if len(keys) == 1 and (key := written_key(keys[0])) is not None:
        return Unknown(evaluator.interned(("keyed", term, key)))
    is_written_out = not any(each.isalpha() for each in index) or adds_axes(index)
    picked = (
        ("part", term, index)
        if is_written_out
        else (PICKED, term, index, _named_by(evaluator, frame, keys) or node.start_byte)
    )
    return Unknown(evaluator.interned(picked))


def _named_by(evaluator: Evaluator, frame: Frame, keys: list[Node]) -> tuple[int, ...]:
    """Return where the names of an index have their values from, nothing where it holds more than names and numbers."""
    if not all(is_a(each, "identifier", "integer") for each in keys):
        return ()
    names = (each for each in keys if each.type == "identifier")
    bindings = evaluator.modules.bindings(frame.document)
    return tuple(each.name_node.start_byte for name in names for each in reaching(name, bindings).bindings)


def _index(node: Node) -> str:
    return text(node)[len(text(node.child_by_field_name("value"))) :]


def _part(evaluator: Evaluator, number: Number, node: Node) -> Value:
    if number.holder is Holder.PYTHON:
        # A shape is kept as the counts that it holds.
        return number if number.dtype is DType.INTEGER else UNKNOWN
    term = evaluator.interned(("part", number.term, _index(node))) if number.term else 0
    number = entry(evaluator, picked_of_own(number, _index(node)), _index(node))
    traits = number.traits - {"simplex"} - ONE_HOT | cut(number, node.children_by_field_name("subscript"))
    return replace(number, traits=traits, term=term, parts=_kept_parts(number, node))


def _kept_parts(number: Number, node: Node) -> Parts | None:
    """Return what a number was put together from along its last axis, where an index leaves it: `k[:, :]`, `k[i]`."""
    indices = node.children_by_field_name("subscript")
    is_whole = len(indices) == 1 or text(indices[-1]) == ":"
    return number.parts if is_whole and number.parts is not None and number.parts.axis == -1 else None


def _may_be_labels(index: Value) -> bool:
    """Say whether an index may be the labels that were counted: no table of all classes, and no counter of a loop."""
    return not isinstance(index, Number) or (index.holder is not Holder.PYTHON and index.range.is_unknown)


def _speaks_of(index: Node, holder: Node) -> bool:
    """Say whether an index is a condition in which what it picks from stands."""
    return index.type in ("comparison_operator", "unary_operator") and written_in(index, text(holder)) is not None
