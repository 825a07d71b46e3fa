"""One-hot vectors: almost all of their entries are 0, and the sum of a vector, or of them all, is not.

The sum along the others is how often a class occurs, which may be 0.
"""

from __future__ import annotations

import math
from dataclasses import replace

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import Origin, Roles, narrowed, producing
from nanproof.infer.value import Number, Sequence, Value

ONE_HOT = frozenset({"one-hot", "one-hot rows"})
_ROWS = frozenset({"one-hot rows"})
_WHOLE = frozenset({"one-hot whole"})
_CLASSES = frozenset({"one-hot classes"})
_LAST = -1


def without_rows(traits: frozenset[str]) -> frozenset[str]:
    """Return traits of one-hot vectors that may have been transposed or cut: the last axis may be another one."""
    return traits - _ROWS


def taken_whole(number: Number, axis: Value | None) -> Number:
    """Return the operand of a reduction, which knows whether whole one-hot vectors are reduced: all, or each.

    An axis that nobody knows may be their own.
    """
    if "one-hot" not in number.traits:
        return number
    axes = axis.items if isinstance(axis, Sequence) else (axis,)
    along = [each.range.single if isinstance(each, Number) else None for each in axes]
    has_rows = number.traits >= _ROWS
    if None in along or (has_rows and _LAST in along):
        return replace(number, traits=number.traits | _WHOLE)
    return replace(number, traits=number.traits | _CLASSES) if has_rows else number


def of_whole_vectors(_: Evaluator, result: Number, roles: Roles, __: Origin) -> Number | None:
    """Know that the sum or the mean of whole one-hot vectors is not 0."""
    if not roles["x"].traits >= _WHOLE:
        return None
    return replace(result, range=replace(result.range, points=tuple(p for p in result.range.points if p.value != 0)))


def of_classes(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return how often each class occurs: the sum of one-hot vectors along another axis than their own."""
    if not roles["x"].traits >= _CLASSES:
        return None
    return producing(evaluator, narrowed(result, 0.0, math.inf, ()), "count_of_each_class", (0.0,), origin)
