"""Operations that reduce an axis, or run along it.

A point says that all elements under one producer take one value at once; so a sum of relu outputs can be 0, but a
sum over a softmax, whose elements cannot all be 0, is 1 (trait "simplex").
"""

from __future__ import annotations

import math

from nanproof.values.dtype import FORMATS
from nanproof.values.interval import Interval
from nanproof.values.ranges import UNBOUNDED, UNKNOWN_RANGE, Point, Range
from nanproof.values.transfer.arithmetic import ARITHMETIC
from nanproof.values.transfer.operands import OPEN, Operands, Transfer

# softmax outputs sum to 1 within 4e-7 in float32 (FACTS T6); the margin grows with the dtype's epsilon.
SIMPLEX_ULPS = 8
# No softmax has more classes than this: bounds its smallest output when the logits are bounded.
MOST_CLASSES = 2.0**30


def _simplex_sum(operands: Operands) -> Range:
    dtype = operands.arithmetic.dtype
    margin = SIMPLEX_ULPS * FORMATS[dtype].epsilon if dtype in FORMATS else 0.0
    high = math.inf if "shares of all" in operands.traits else 1.0 + margin
    return Range(Interval(1.0 - margin, high), (Point(1.0),))


def _sum(operands: Operands) -> Range:
    x = operands["x"]
    if "shares of others" in operands.traits:
        return Range(Interval(0.0, math.inf))
    if "simplex" in operands.traits:
        return _simplex_sum(operands)
    low = x.interval.low if x.interval.low >= 0 else -math.inf
    high = x.interval.high if x.interval.high <= 0 else math.inf
    return Range(Interval(low, high), x.points, x.may_be_nan)


def _running_sum(operands: Operands) -> Range:
    """Return the range of sums that grow element by element: no two of them are equal where what is added is not 0.

    What is as large as you like stays so.
    """
    x, known = operands["x"], _sum(operands)
    kept = tuple(point for point in x.points if point.value == 0 or not abs(point.value) < UNBOUNDED)
    if "simplex" in operands.traits:
        return Range(Interval(min(x.interval.low, known.interval.low), known.interval.high), (*known.points, *kept))
    return Range(known.interval, kept, known.may_be_nan)


def _segment_sum(operands: Operands) -> Range:
    """Return the range of sums of which each is of some elements, or of none."""
    return _added_up(operands["x"])


def _scatter_add(operands: Operands) -> Range:
    """Return the range of what others are added to, each at its place: of zeros it is that of sums of segments.

    What is large is not what it is in the elements: `s - zeros.index_add(0, seg, s)[seg]` is not 0.
    """
    if operands["x"].single != 0:
        return UNKNOWN_RANGE
    known = _added_up(operands["y"])
    kept = tuple(point for point in known.points if point.value == 0 or not math.isfinite(point.value))
    return Range(known.interval, kept, known.may_be_nan)


def _added_up(x: Range) -> Range:
    low = 0.0 if x.interval.low >= 0 else -math.inf
    high = 0.0 if x.interval.high <= 0 else math.inf
    return Range(Interval(low, high), x.points, x.may_be_nan)


def _segment_max(operands: Operands) -> Range:
    """Return the range of the largest elements of segments, one of which may be empty: then it is as low as can be."""
    x = operands["x"]
    return Range(Interval(-math.inf, x.interval.high), x.points, x.may_be_nan)


def _mean(operands: Operands) -> Range:
    x = operands["x"]
    if "simplex" in operands.traits:
        return Range(x.interval)
    return x


def _extreme(of_two: str) -> Transfer:
    """Return the transfer of max or min: along an axis, or of several operands (`max(n, 1)`)."""

    def transfer(operands: Operands) -> Range:
        several = (operands["x"], operands["y"]) if operands.given("y") else operands.items
        if len(several) > 1:
            result = several[0]
            for each in several[1:]:
                pair = Operands({"x": result, "y": each}, operands.arithmetic, operands.symbol)
                result = ARITHMETIC[of_two](pair)
            return result
        return Range(operands["x"].interval) if "simplex" in operands.traits else operands["x"]

    return transfer


def _product(operands: Operands) -> Range:
    x = operands["x"]
    if x.interval.low >= 0 and x.interval.high <= 1:
        return Range(Interval(0.0, x.interval.high), x.points, x.may_be_nan)
    low = 0.0 if x.interval.low >= 0 else -math.inf
    return Range(Interval(low, math.inf), x.points, x.may_be_nan)


def _spread(operands: Operands) -> Range:
    """Return the range of a variance, a standard deviation or a norm: never negative.

    It is 0 for what is constant, or zero, as far as anybody can tell of what has no bounds; of a tensor of which more
    is known it is not known.
    """
    x = operands["x"]
    is_possible = x.interval.is_everything and operands.traits <= OPEN
    zero = (Point(0.0, ((operands.symbol, 0.0),)),) if is_possible else ()
    return Range(Interval(0.0, math.inf), zero, x.may_be_nan)


def _norm(operands: Operands) -> Range:
    """Return the range of a norm, which is 0 where all elements are: of a ReLU none of whose inputs is positive."""
    known = _spread(operands)
    zeros = tuple(point for point in operands["x"].points if point.value == 0)
    return Range(known.interval, (*known.points, *zeros), known.may_be_nan)


def _logsumexp(operands: Operands) -> Range:
    x = operands["x"]
    return Range(Interval(x.interval.low, math.inf), x.points, x.may_be_nan)


def _softmax(operands: Operands) -> Range:
    """Softmax underflows once the spread of its logits passes the underflow of exp in the dtype (FACTS T1)."""
    x, arithmetic = operands["x"], operands.arithmetic
    spread = x.interval.high - x.interval.low
    if math.isnan(spread):
        spread = math.inf
    least = arithmetic.round(math.exp(-min(spread, 800.0)) / MOST_CLASSES)
    underflows = arithmetic.round(math.exp(-min(spread, 800.0))) == 0
    taken = (0.0, 1.0) if underflows else ()
    return Range(Interval(least, 1.0), tuple(Point(value, ((operands.symbol, value),)) for value in taken))


def _log_softmax(operands: Operands) -> Range:
    """Log softmax is 0 once its softmax is 1, and falls as far as its logits are apart."""
    x, arithmetic = operands["x"], operands.arithmetic
    spread = x.interval.high - x.interval.low
    spread = math.inf if math.isnan(spread) else spread
    saturates = arithmetic.round(1.0 + math.exp(-min(spread, 800.0))) == 1
    taken = (0.0, -min(spread, UNBOUNDED)) if saturates else ()
    points = (Point(value, ((operands.symbol, value),)) for value in taken)
    # A logit of -inf, a mask, has the logarithm of 0.
    masked = (Point(-math.inf, ((operands.symbol, -math.inf),), p.way) for p in x.points if p.value == -math.inf)
    return Range(Interval(-math.inf, 0.0), (*points, *masked))


REDUCTIONS: dict[str, Transfer] = {
    "sum": _sum,
    "segment_sum": _segment_sum,
    "segment_max": _segment_max,
    "scatter_add": _scatter_add,
    "mean": _mean,
    "max": _extreme("maximum"),
    "min": _extreme("minimum"),
    "prod": _product,
    "cumprod": _product,
    "var": _spread,
    "std": _spread,
    "norm": _norm,
    "logsumexp": _logsumexp,
    "cumsum": _running_sum,
    "softmax": _softmax,
    "log_softmax": _log_softmax,
    "avg_pool": _mean,
    "max_pool": _extreme("maximum"),
}
