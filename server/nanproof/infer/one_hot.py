"""One-hot vectors: almost all of their entries are 0, and the sum of a vector, or of them all, is not.

The sum along the others is how often a class occurs, which may be 0. The sum of a vector times a table is the entry of
the table that the vector picks: what nobody knows to be 0 is not 0 because the others were left out.
"""

from __future__ import annotations

import math
from dataclasses import replace

from nanproof.catalog.model import Operation
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.producer import Producer
from nanproof.infer.structure import Origin, Roles, last_name, narrowed, producing
from nanproof.infer.value import Number, Sequence, Value
from nanproof.values.ranges import Point

ONE_HOT = frozenset({"one-hot", "one-hot rows"})
_ROWS = frozenset({"one-hot rows"})
_WHOLE = frozenset({"one-hot whole"})
_CLASSES = frozenset({"one-hot classes"})
# Of one-hot vectors whose own axis is followed by others, and of a product of one with something else.
_DEEP = frozenset({"one-hot deep"})
_PICKING = frozenset({"one-hot picking"})
_OF_AXES = _ROWS | _DEEP
# Of a product with one-hot vectors that stand along the last axis.
PICKING_ROWS = _PICKING | _ROWS
_EXPANDS = frozenset({"broadcast_to", "expand", "expand_as", "expand_dims", "repeat", "tile", "unsqueeze"})
_LAST = -1


def without_rows(traits: frozenset[str], operation: Operation | None) -> frozenset[str]:
    """Return traits of one-hot vectors that may have been transposed or cut: the last axis may be another one."""
    is_wider = last_name(operation) in _EXPANDS
    return traits - _OF_AXES | (_DEEP if is_wider and traits & _OF_AXES else frozenset())


def picking(operands: list[Number]) -> frozenset[str]:
    """Return the traits of a product of one-hot vectors with a table."""
    vectors = [each for each in operands if "one-hot" in each.traits]
    return _PICKING | (vectors[0].traits & _OF_AXES) if len(vectors) == 1 < len(operands) else frozenset()


def taken_whole(number: Number, axis: Value | None) -> Number:
    """Return the operand of a reduction, which knows whether whole one-hot vectors are reduced: all, or each.

    An axis that nobody knows may be their own.
    """
    is_product = number.traits >= _PICKING
    if "one-hot" not in number.traits and not is_product:
        return number
    axes = axis.items if isinstance(axis, Sequence) else (axis,)
    along = [each.range.single if isinstance(each, Number) else None for each in axes]
    if is_product:
        is_picked = axis is not None and all(_may_be_own(each, number.traits) for each in along)
        return replace(number, traits=number.traits | _WHOLE) if is_picked else number
    has_rows = number.traits >= _ROWS
    if None in along or (has_rows and _LAST in along):
        return replace(number, traits=number.traits | _WHOLE)
    return replace(number, traits=number.traits | _CLASSES) if has_rows else number


def _may_be_own(axis: float | None, traits: frozenset[str]) -> bool:
    """Say whether the axis of a reduction may be the one-hot vectors' own: behind the first, the last unless deep."""
    if axis is None:
        return True
    if axis > 0:
        return bool(traits & _OF_AXES)
    return axis == _LAST if traits >= _ROWS else traits >= _DEEP and axis < _LAST


def of_whole_vectors(_: Evaluator, result: Number, roles: Roles, __: Origin) -> Number | None:
    """Know that the sum or the mean of whole one-hot vectors is not 0, and that of a product with them is picked."""
    x = roles["x"]
    if not x.traits >= _WHOLE:
        return None
    vectors = {each.producer for each in x.made if each.function.name == "one_hot"} if x.traits >= _PICKING else None
    kept = (p for p in result.range.points if p.value != 0 or not (vectors is None or _is_made_by(vectors, p)))
    return replace(result, range=replace(result.range, points=tuple(kept)))


def _is_made_by(producers: set[Producer], point: Point) -> bool:
    return any(symbol in producers for symbol, _ in point.under)


def of_classes(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return how often each class occurs: the sum of one-hot vectors along another axis than their own."""
    if not roles["x"].traits >= _CLASSES:
        return None
    return producing(evaluator, narrowed(result, 0.0, math.inf, ()), "count_of_each_class", (0.0,), origin)
