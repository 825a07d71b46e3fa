"""Operations whose result does not come from the values of an operand: constants, samples, layers, counts."""

from __future__ import annotations

import math
from collections.abc import Callable

from nanproof.values.dtype import FORMATS, DType, next_after
from nanproof.values.interval import EVERYTHING, Interval
from nanproof.values.ranges import UNBOUNDED, UNKNOWN_RANGE, Point, Range, exactly
from nanproof.values.transfer.operands import Operands, Transfer

# How large a trained variable may well become: sigmoid saturates there, exp neither overflows nor underflows.
TRAINED = 30.0


def _unbounded(operands: Operands) -> Range:
    """Return a weighted sum with trained weights: as large as you like, in both directions."""
    taken = tuple(Point(value, ((operands.symbol, value),)) for value in (-UNBOUNDED, UNBOUNDED))
    return Range(EVERYTHING, taken)


def _gated(operands: Operands) -> Range:
    """Return a squashed state, a tanh times a gate: within [-1, 1], and at its ends only where both saturate."""
    taken = tuple(Point(value, ((operands.symbol, value),)) for value in (-0.5, 0.5))
    return Range(Interval(-1.0, 1.0), taken)


def _parameter(operands: Operands) -> Range:
    """Return a trained variable: of either sign and without bound, but seldom large."""
    taken = tuple(Point(value, ((operands.symbol, value),)) for value in (-TRAINED, TRAINED))
    return Range(EVERYTHING, taken)


def _parameter_from_0(operands: Operands) -> Range:
    """Return a trained variable that is 0 before the first step."""
    found = _parameter(operands)
    return Range(found.interval, (*found.points, Point(0.0, ((operands.symbol, 0.0),))))


def _matmul(operands: Operands) -> Range:
    """Return a matrix product: unbounded where a factor is known to take both signs (weights); else not known."""
    factors = (*operands.items, operands["x"], operands["y"])
    if any(_takes_both_signs(factor) for factor in factors):
        return _unbounded(operands)
    is_positive = all(factor.interval.low >= 0 for factor in factors)
    return Range(Interval(0.0, math.inf)) if is_positive else UNKNOWN_RANGE


def _takes_both_signs(factor: Range) -> bool:
    taken = [point.value for point in factor.points]
    return bool(taken) and min(taken) < 0 < max(taken)


def _constant(operands: Operands) -> Range:
    value = operands["value"]
    if value.single is None:
        return value
    return exactly(operands.arithmetic.round(value.single))


def _uniform(operands: Operands) -> Range:
    low = operands["low"].single if operands.given("low") else 0.0
    high = operands["high"].single if operands.given("high") else 1.0
    if low is None or high is None or low > high:
        return UNKNOWN_RANGE
    rounded_low, rounded_high = operands.arithmetic.round(low), operands.arithmetic.round(high)
    if operands.is_named and operands.arithmetic.dtype is DType.FLOAT64:
        return Range(Interval(rounded_low, rounded_high))  # the end is one draw of 2**53
    return Range(Interval(rounded_low, rounded_high), (Point(rounded_low, ((operands.symbol, rounded_low),)),))


def _bounded(low: float, high: float, *taken: float) -> Transfer:
    def transfer(operands: Operands) -> Range:
        points = tuple(Point(value, ((operands.symbol, value),)) for value in taken)
        return Range(Interval(low, high), points)

    return transfer


def _range(operands: Operands) -> Range:
    zero, unbounded = exactly(0.0), Range(Interval(0.0, math.inf))
    if operands.given("low") and not operands.given("high"):  # one argument is where the range ends
        start, stop = zero, operands["low"]
    else:
        start = operands["low"] if operands.given("low") else zero
        stop = operands["high"] if operands.given("high") else unbounded
    if start.interval.low > stop.interval.high:
        return UNKNOWN_RANGE
    points = tuple(
        Point(point.value, (*point.under, (operands.symbol, point.value)), point.way) for point in start.points
    )
    return Range(Interval(start.interval.low, stop.interval.high), points)


def _linspace(operands: Operands) -> Range:
    """Return numbers between two ends, rising or falling: both are among them, the last not with `endpoint=False`."""
    start, stop = operands["low"], operands["high"]
    is_open = operands.given("endpoint") and operands["endpoint"].single != 1
    ends = (start,) if is_open or start.single == stop.single else (start, stop)
    low, high = (start.interval.low, stop.interval.low), (start.interval.high, stop.interval.high)
    points = (
        Point(point.value, (*point.under, (operands.symbol, point.value)), point.way)
        for end in ends
        for point in end.points
    )
    return Range(Interval(min(low), max(high)), tuple(points))


def _dropout(operands: Operands) -> Range:
    """Zeroes elements and scales up the rest by 1 / (1 - rate)."""
    x = operands["x"]
    low = 0.0 if x.interval.low >= 0 else -math.inf
    high = 0.0 if x.interval.high <= 0 else math.inf
    zero = Point(0.0, ((operands.symbol, 0.0),))
    return Range(Interval(low, high), (zero, *x.points), x.may_be_nan)


def _of_unit_length(operands: Operands) -> Range:
    """Return an element of a unit vector, or a cosine: past 1 by rounding, by 4e-7 in float32 and 8e-3 in bfloat16."""
    dtype = operands.arithmetic.dtype
    bound = 1.0 + max(4e-7, 2 * FORMATS[dtype].epsilon if dtype in (DType.BFLOAT16, DType.FLOAT16) else 0.0)
    return Range(Interval(-bound, bound))


def _cosine(operands: Operands) -> Range:
    """Return a cosine of two vectors: of parallel ones it is past 1 in a sixth of all cases (FACTS, T8)."""
    known = _of_unit_length(operands)
    beyond = next_after(1.0, math.inf, operands.arithmetic.dtype, 2)
    return Range(known.interval, tuple(Point(value, ((operands.symbol, value),)) for value in (beyond, -beyond)))


def _unknown(_: Operands) -> Range:
    return UNKNOWN_RANGE


def _normal(operands: Operands) -> Range:
    taken = tuple(Point(value, ((operands.symbol, value),)) for value in (-6.0, 6.0))
    return Range(EVERYTHING, taken)


def _derivative(operands: Operands) -> Range:
    """Return a derivative by an input: of either sign, and 0 where the output does not react."""
    return Range(EVERYTHING, (Point(0.0, ((operands.symbol, 0.0),)),))


PRODUCERS: dict[str, Callable[[Operands], Range]] = {
    "linear": _unbounded,
    "gated": _gated,
    "matmul": _matmul,
    "parameter": _parameter,
    "parameter_from_0": _parameter_from_0,
    "derivative": _derivative,
    "input": _unknown,
    "eigenvalues": _unknown,
    "normal": _normal,
    "uniform": _uniform,
    "constant": _constant,
    "range": _range,
    "linspace": _linspace,
    "dropout": _dropout,
    "one_hot": _bounded(0.0, 1.0, 0.0, 1.0),
    "identity": _bounded(0.0, 1.0),  # its elements are 0 and 1, but no sum of a row or of all is 0
    "boolean": _bounded(0.0, 1.0),
    "comparison": _bounded(0.0, 1.0),  # where a mask is 0, an infinite logarithm is meant
    "count": _bounded(0.0, math.inf),
    "tally": _bounded(0.0, math.inf, 0.0),
    "non_negative": _bounded(0.0, math.inf),
    "non_positive": _bounded(-math.inf, 0.0),
    "l2_normalize": _of_unit_length,
    "cosine_similarity": _cosine,
    "scatter": _unknown,
    "unknown": _unknown,
}
