"""What holds of a result besides its range: that it sums to 1, is at a bound where its operands are, is a truth.

The words are those of `value.Number.traits`.
"""

from __future__ import annotations

from nanproof.catalog.model import Function, Operation
from nanproof.infer.one_hot import ONE_HOT, picking, without_rows
from nanproof.infer.selected import truths_of
from nanproof.infer.shares import without_axis
from nanproof.infer.value import Number
from nanproof.values.transfer.arithmetic import is_bound_alone

# Functions through which the elements of a tensor still sum to 1 along an axis.
_KEEPS_SIMPLEX = frozenset({"same", "cast"})
_MAKES_SIMPLEX = frozenset({"softmax"})
_BOUNDS = frozenset({"clip", "maximum", "minimum"})
_SCALES = frozenset({"add", "subtract", "negative", "multiply", "divide", "sum", "mean"})
_KEEPS_0 = frozenset({"prod", "max"})
_SQUARES = frozenset({"pow", "square", "integer_pow"})
_SHIFTS = frozenset({"add", "subtract"})
_FACTOR = frozenset({"factor"})
_TRAITS = {"l2_normalize": frozenset({"unit"}), "cholesky": _FACTOR, "cholesky_or_nan": _FACTOR, "one_hot": ONE_HOT}


def traits_of(
    result: Number, function: Function, operands: list[Number], operation: Operation | None
) -> frozenset[str]:
    """Return what holds of a result besides its range, by what holds of the operands."""
    if function.transfer in _MAKES_SIMPLEX:
        return frozenset({"simplex"})
    if function.name in _TRAITS:
        return _TRAITS[function.name]
    if (told := truths_of(function.name, operands)) != frozenset():
        return told
    if function.transfer in _KEEPS_SIMPLEX or (function.name == "tensor" and len(operands) == 1):
        kept = frozenset().union(*(each.traits for each in operands)) if operands else frozenset()
        return kept if function.name in ("cast", "tensor") else without_rows(without_axis(kept), operation)
    if function.name == "multiply" and (picks := picking(operands)):
        return picks
    if operands and _is_at_a_bound(result, function, operands):
        return frozenset({"mask"})
    if function.transfer == "where" and any(each.range.is_unknown for each in operands):
        return frozenset({"chosen"})
    if function.transfer in _SHIFTS and any("trained" in each.traits for each in operands):
        return frozenset({"trained"})
    return frozenset()


def _is_at_a_bound(result: Number, function: Function, operands: list[Number]) -> bool:
    """Say whether a bound is put on a result, or whether it is at one where its operands are."""
    if function.transfer in _BOUNDS and any(not each.range.points or "mask" in each.traits for each in operands):
        return True
    if function.transfer in _BOUNDS and any(map(is_bound_alone, result.range.points)):
        return True  # of a norm, which is 0 or more
    if function.name in _SCALES and _are_bounded(function, operands):
        return True
    if function.name in _SQUARES:
        exponent = (operands[1].range.single if len(operands) > 1 else 2.0) or 0.0
        is_root = exponent < 1 and _is_bounded_at_0(operands[0])
        return exponent > 0 and (is_root or _is_clipped(operands[0]))
    if not _is_bounded_at_0(operands[0]):
        return False
    return function.name in _KEEPS_0 or (function.name == "divide" and operands[1].range.is_unknown)


def _is_clipped(number: Number) -> bool:
    """Say whether a bound was put on a number, and nothing else was done to it."""
    made = number.computation
    return made is not None and made.function.transfer in _BOUNDS and "mask" in number.traits


def _are_bounded(function: Function, operands: list[Number]) -> bool:
    """Say whether a result is at a bound where its operands are: all of them, or the one that is no constant."""
    varying = [each for each in operands if each.range.single is None]
    is_one = len({each.term or index for index, each in enumerate(varying)}) == 1
    if not varying or not all("mask" in each.traits for each in varying):
        return False
    # A product is 0 where one of its factors is: the overlap of two boxes, whose sides are clipped at 0.
    return is_one or function.name == "add" or (function.name == "multiply" and all(map(_is_bounded_at_0, varying)))


def _is_bounded_at_0(number: Number) -> bool:
    """Say whether a bound was put on a number at 0, which it keeps whatever it is divided by."""
    return "mask" in number.traits and any(each.value == 0 for each in number.range.points)
