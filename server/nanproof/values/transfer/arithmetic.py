"""Operators of two operands: each result rounded in the dtype, points only where their producers agree."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import chain

from nanproof.values import scalars
from nanproof.values.dtype import Arithmetic
from nanproof.values.interval import EVERYTHING, Interval, spanning
from nanproof.values.ranges import Point, Range, thinned
from nanproof.values.transfer.operands import Operands, Transfer

Scalar2 = Callable[[float, float], float]
Bounds = Callable[[Interval, Interval], Interval]


def _corners(operator: Scalar2, arithmetic: Arithmetic) -> Bounds:
    """Return the bounds of an operator that is monotone in each operand alone."""

    def bounds(x: Interval, y: Interval) -> Interval:
        corners = [
            arithmetic.round(operator(arithmetic.round(a), arithmetic.round(b)))
            for a in (x.low, x.high)
            for b in (y.low, y.high)
        ]
        if any(math.isnan(corner) for corner in corners):
            return EVERYTHING
        return spanning(*corners)

    return bounds


def _product(x: float, y: float) -> float:
    # At an end that stands for "no bound known", 0 * inf bounds nothing but 0.
    return 0.0 if x == 0 or y == 0 else x * y


def paired(operator: Scalar2, x: Range, y: Range, arithmetic: Arithmetic) -> tuple[Point, ...]:
    """Return the points of `operator(x, y)`: every pair of points that can hold at once."""
    pairs = (
        a.joined(b, arithmetic.round(operator(arithmetic.round(a.value), arithmetic.round(b.value))))
        for a in x.points
        for b in y.points
    )
    return thinned(point for point in pairs if point is not None)


def _summed(operator: Scalar2, x: Range, y: Range, arithmetic: Arithmetic) -> tuple[Point, ...]:
    """Return the points of a sum or difference. That two producers cancel exactly is a coincidence, and left out."""

    def summed(a: Point, b: Point) -> Point | None:
        value = arithmetic.round(operator(arithmetic.round(a.value), arithmetic.round(b.value)))
        both = a.joined(b, value)
        cancels = value == 0 and a.value != 0 and a.under and b.under
        return None if both is not None and cancels and not _same_producers(a, b) else both

    pairs = (summed(a, b) for a in x.points for b in y.points)
    return thinned(point for point in pairs if point is not None)


def _same_producers(a: Point, b: Point) -> bool:
    return bool({symbol for symbol, _ in a.under} & {symbol for symbol, _ in b.under})


def _unknown_nan(x: Range, y: Range) -> bool:
    return x.may_be_nan or y.may_be_nan


def _add(operands: Operands) -> Range:
    x, y, arithmetic = operands["x"], operands["y"], operands.arithmetic
    interval = _corners(lambda a, b: a + b, arithmetic)(x.interval, y.interval)
    return Range(interval, _summed(lambda a, b: a + b, x, y, arithmetic), _unknown_nan(x, y))


def _subtract(operands: Operands) -> Range:
    x, y, arithmetic = operands["x"], operands["y"], operands.arithmetic
    interval = _corners(lambda a, b: a - b, arithmetic)(x.interval, y.interval)
    return Range(interval, _summed(lambda a, b: a - b, x, y, arithmetic), _unknown_nan(x, y))


def _multiply(operands: Operands) -> Range:
    x, y, arithmetic = operands["x"], operands["y"], operands.arithmetic
    interval = _corners(_product, arithmetic)(x.interval, y.interval)
    return Range(interval, _products(x, y, arithmetic), _unknown_nan(x, y))


def _zeros(known: Range, other: Range, undefined: float, arithmetic: Arithmetic) -> Iterator[Point]:
    """Yield where an operand is 0 whatever the other is, if that is not `undefined` with it.

    What makes it 0 says nothing of the other: they share no producer.
    """
    low, high = arithmetic.round(other.interval.low), arithmetic.round(other.interval.high)
    if low == high and abs(low) == undefined:
        return iter(())
    symbols = {symbol for point in other.points for symbol, _ in point.under}
    return (each for each in known.points if each.value == 0 and symbols.isdisjoint(dict(each.under)))


def _products(x: Range, y: Range, arithmetic: Arithmetic) -> tuple[Point, ...]:
    """Return the points of a product. Where one factor is 0, it alone is why: 0 times anything finite is 0."""

    def product(a: Point, b: Point) -> Point | None:
        value = arithmetic.round(arithmetic.round(a.value) * arithmetic.round(b.value))
        both = a.joined(b, value)
        if both is None or value != 0 or (a.value == 0) == (b.value == 0):
            return both
        return a.at(value) if a.value == 0 else b.at(value)

    pairs = (product(a, b) for a in x.points for b in y.points)
    alone = chain(_zeros(x, y, math.inf, arithmetic), _zeros(y, x, math.inf, arithmetic))
    return thinned(chain((point for point in pairs if point is not None), alone))


def _divide(operands: Operands) -> Range:
    x, y, arithmetic = operands["x"], operands["y"], operands.arithmetic
    points = _quotients(x, y, arithmetic)
    if y.interval.contains(0.0):
        # A zero of no known sign stands for what the divisor approaches: from above.
        quotients = _of_sign(x.interval) if y.interval.low >= 0 else EVERYTHING
        return Range(quotients, points, may_be_nan=True)
    interval = _corners(_quotient, arithmetic)(x.interval, y.interval)
    return Range(interval, points, _unknown_nan(x, y))


def _quotients(x: Range, y: Range, arithmetic: Arithmetic) -> tuple[Point, ...]:
    """Return the points of a quotient. Where something makes the dividend 0, and not the divisor, it alone is why."""

    def quotient(a: Point, b: Point) -> Point | None:
        divisor = arithmetic.round(b.value)
        both = a.joined(b, arithmetic.round(scalars.divide(arithmetic.round(a.value), divisor)))
        is_alone = both is not None and a.under and a.value == both.value == 0 != divisor
        return a.at(0.0) if is_alone else both

    pairs = (quotient(a, b) for a in x.points for b in y.points)
    return thinned(chain((point for point in pairs if point is not None), _zeros(x, y, 0.0, arithmetic)))


def _of_sign(dividend: Interval) -> Interval:
    """Return all quotients of the dividend's sign."""
    if dividend.low >= 0:
        return Interval(0.0, math.inf)
    return Interval(-math.inf, 0.0) if dividend.high <= 0 else EVERYTHING


def _quotient(x: float, y: float) -> float:
    # inf / inf at the ends of two unbounded intervals: every quotient of that sign may occur, from 0 on.
    if math.isinf(x) and math.isinf(y):
        return 0.0
    return scalars.divide(x, y)


def _floor_divide(operands: Operands) -> Range:
    quotient = _divide(operands)
    interval = Interval(_floored(quotient.interval.low), _floored(quotient.interval.high))
    if not operands["y"].interval.contains(0.0):
        # A quotient that rounds to 0 is floored before it does: -0.5 // 1e38 is -1.
        interval = interval.hull(
            _corners(_floored_quotient, operands.arithmetic)(operands["x"].interval, operands["y"].interval)
        )
    points = paired(scalars.floor_divide, operands["x"], operands["y"], operands.arithmetic)
    return Range(interval, points, quotient.may_be_nan)


def _floored_quotient(x: float, y: float) -> float:
    return _floored(_quotient(x, y))


def _floored(bound: float) -> float:
    return bound if math.isinf(bound) else float(math.floor(bound))


def _mod(operands: Operands) -> Range:
    x, y = operands["x"], operands["y"]
    interval = Interval(min(y.interval.low, 0.0), max(y.interval.high, 0.0))
    return Range(interval, paired(scalars.remainder, x, y, operands.arithmetic), y.interval.contains(0.0))


def _power(operands: Operands) -> Range:
    base, exponent, arithmetic = operands["x"], operands["y"], operands.arithmetic
    if exponent.points:
        points = paired(scalars.power, base, exponent, arithmetic)
    else:
        points = tuple(each for each in base.points if each.value == 1)  # whatever the exponent is
    constant = exponent.single
    if base.interval.low >= 0:
        return Range(
            _positive_power(base.interval, exponent.interval, arithmetic), points, _unknown_nan(base, exponent)
        )
    if constant is not None and constant.is_integer() and constant > 0:
        ends = [arithmetic.round(scalars.power(end, constant)) for end in (base.interval.low, base.interval.high)]
        low = 0.0 if constant % 2 == 0 and base.interval.contains(0.0) else min(ends)
        return Range(Interval(low, max(ends)), points, _unknown_nan(base, exponent))
    return Range(EVERYTHING, points, may_be_nan=True)


def _positive_power(base: Interval, exponent: Interval, arithmetic: Arithmetic) -> Interval:
    """Return the bounds of a power of what is never negative: its corners, and 1 = x ** 0 = 1 ** y between them."""
    corners = _corners(scalars.power, arithmetic)(base, exponent)
    if base.contains(1.0) or exponent.contains(0.0):
        corners = corners.hull(Interval(1.0, 1.0))
    return corners


def _extreme(choose: Callable[..., float]) -> Transfer:
    def transfer(operands: Operands) -> Range:
        x, y, arithmetic = operands["x"], operands["y"], operands.arithmetic
        interval = Interval(
            arithmetic.round(choose(x.interval.low, y.interval.low)),
            arithmetic.round(choose(x.interval.high, y.interval.high)),
        )
        points = paired(lambda a, b: math.nan if math.isnan(a) or math.isnan(b) else choose(a, b), x, y, arithmetic)
        return Range(
            interval, thinned((*points, *_bound_taken(operands, is_minimum=choose(0.0, 1.0) == 0))), _unknown_nan(x, y)
        )

    return transfer


_BEYOND = "beyond the bound"


def _bound_taken(operands: Operands, *, is_minimum: bool) -> tuple[Point, ...]:
    """Return the constant bound as a point where the other operand is known by its sign at most.

    maximum(x, 0) is 0 for all x below. That it really is taken is not certain, so the point is reported only where the
    bound itself is the fault. `minimum(maximum(x, low), high)` is a clip, and takes both of its bounds.
    """
    x, y = operands["x"], operands["y"]
    bound, other = (y, x) if _is_constant(y) else (x, y)
    if not _is_constant(bound) or not _is_known_by_sign(other, is_minimum=is_minimum):
        return ()
    if not other.interval.contains(bound.points[0].value):
        return ()
    side = (operands.symbol, _BEYOND)
    return tuple(
        Point(operands.arithmetic.round(point.value), ((side, point.value),), point.way) for point in bound.points
    )


def _is_known_by_sign(other: Range, *, is_minimum: bool) -> bool:
    """Say whether nothing is known of a number but its sign, or where it ends: a norm is 0 or more."""
    if not other.points:
        return other.interval in _BY_SIGN
    end, near = other.interval.high, other.interval.low
    if not is_minimum:
        end, near = near, end
    return math.isinf(end) and all(is_bound_alone(point) or point.value == near for point in other.points)


def is_bound_alone(point: Point) -> bool:
    """Say whether a point is taken for no other reason than that something unknown was bounded there."""
    return bool(point.under) and all(is_beyond_bound(symbol) for symbol, _ in point.under)


def is_beyond_bound(symbol: object) -> bool:
    """Say whether a symbol stands for what a bound cuts off of something unknown."""
    return isinstance(symbol, tuple) and symbol[-1] == _BEYOND


_BY_SIGN = (EVERYTHING, Interval(0.0, math.inf), Interval(-math.inf, 0.0))


def _is_constant(known: Range) -> bool:
    """Say whether a range is one number that stands in the source, or one of a few (a parameter's defaults)."""
    return bool(known.points) and not any(point.under for point in known.points)


ARITHMETIC: dict[str, Transfer] = {
    "add": _add,
    "subtract": _subtract,
    "multiply": _multiply,
    "divide": _divide,
    "floor_divide": _floor_divide,
    "mod": _mod,
    "pow": _power,
    "maximum": _extreme(max),
    "minimum": _extreme(min),
}
