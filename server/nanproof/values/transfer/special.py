"""Functions of mathematics beyond exp, log and their kin: inverse, hyperbolic, the error function, quotients made safe.

Bounds are those of the mathematical functions; what kernels round is within ULPS of them (tests/oracle runs them all).
"""

from __future__ import annotations

import math
from collections.abc import Callable

from nanproof.values.dtype import next_after
from nanproof.values.interval import Interval
from nanproof.values.ranges import Point, Range, thinned
from nanproof.values.transfer.arithmetic import paired
from nanproof.values.transfer.elementwise import ELEMENTWISE, Shape, elementwise
from nanproof.values.transfer.operands import Operands, Transfer

# Units in the last place by which hyperbolic kernels are off (observed: jax.numpy.sinh in float64).
LOST = 64

Scalar = Callable[[float], float]


def _or_inf(scalar: Scalar, even: bool) -> Scalar:
    """Return a hyperbolic function that overflows to infinity where Python's raises."""

    def safe(x: float) -> float:
        try:
            return scalar(x)
        except OverflowError:
            return math.inf if even else math.copysign(math.inf, x)

    return safe


def _cbrt(x: float) -> float:
    return x if math.isinf(x) else math.copysign(abs(x) ** (1.0 / 3.0), x)


def _acosh(x: float) -> float:
    return math.acosh(x) if x >= 1.0 else math.nan


def _hard_swish(x: float) -> float:
    return x * min(max(x + 3.0, 0.0), 6.0) / 6.0 if math.isfinite(x) else max(x, 0.0)


def _within(bottom: float, top: float, low: float, high: float) -> Transfer:
    """Return the transfer of a function between bounds that is NaN for operands beyond `low` and `high`."""

    def transfer(operands: Operands) -> Range:
        x = operands["x"]
        is_outside = x.interval.low < low or x.interval.high > high
        return Range(Interval(bottom, top), (), x.may_be_nan or is_outside)

    return transfer


def _acos(operands: Operands) -> Range:
    """Return the range of an arc cosine, which is 0 at 1: of equal directions, whose angle is divided by next."""
    known = _within(0.0, PI * ROOM, -1.0, 1.0)(operands)
    zeros = tuple(Point(0.0, each.under, each.way) for each in operands["x"].points if each.value == 1)
    return Range(known.interval, zeros, known.may_be_nan)


def _fmod(operands: Operands) -> Range:
    """Return a remainder: of the dividend's sign, no larger than it, and smaller than the divisor."""
    x, y = operands["x"], operands["y"]
    bound = max(abs(y.interval.low), abs(y.interval.high))
    low = max(x.interval.low, -bound) if x.interval.low < 0 else 0.0
    high = min(x.interval.high, bound) if x.interval.high > 0 else 0.0
    is_undefined = y.interval.contains(0.0) or math.isinf(x.interval.low) or math.isinf(x.interval.high)
    points = paired(_remainder, x, y, operands.arithmetic)
    return Range(Interval(low, high), points, x.may_be_nan or y.may_be_nan or is_undefined)


def _remainder(x: float, y: float) -> float:
    return math.fmod(x, y) if y != 0 and math.isfinite(x) else math.nan


def _hyperbolic(shape: Shape) -> Transfer:
    """Return the transfer of a function whose kernels lose more digits than ULPS: exp(x) - exp(-x) near 20."""
    exact = elementwise(shape)

    def transfer(operands: Operands) -> Range:
        result, dtype = exact(operands), operands.arithmetic.dtype
        low = next_after(result.interval.low, -math.inf, dtype, LOST)
        high = next_after(result.interval.high, math.inf, dtype, LOST)
        return Range(Interval(max(low, shape.bottom), high), result.points, result.may_be_nan)

    return transfer


def _logit(x: float) -> float:
    if not 0.0 <= x <= 1.0:
        return math.nan
    return -math.inf if x == 0 else math.inf if x == 1 else math.log(x) - math.log1p(-x)


def _atanh(x: float) -> float:
    if abs(x) > 1.0:
        return math.nan
    return math.copysign(math.inf, x) if abs(x) == 1.0 else math.atanh(x)


def _at_points(scalar: Scalar, low: float, high: float) -> Transfer:
    """Return the transfer of a function that takes every value on its domain: points are computed, bounds are not."""

    def transfer(operands: Operands) -> Range:
        x, arithmetic = operands["x"], operands.arithmetic
        points = (point.at(arithmetic.round(scalar(arithmetic.round(point.value)))) for point in x.points)
        is_outside = x.interval.low < low or x.interval.high > high
        return Range(points=thinned(points), may_be_nan=x.may_be_nan or is_outside)

    return transfer


def _pad(operands: Operands) -> Range:
    """Return the range of a padded tensor: what it holds, and zeros or the value that is given."""
    x = operands["x"]
    filled = operands["value"].interval if operands.given("value") else Interval(0.0, 0.0)
    return Range(x.interval.hull(filled), x.points, x.may_be_nan)


def _logaddexp(operands: Operands) -> Range:
    """log(exp(x) + exp(y)) is no less than either, and NaN only where an operand is."""
    x, y = operands["x"], operands["y"]
    low = max(x.interval.low, y.interval.low)
    # The kernel's log1p rounds: a result may lie below the larger operand by an ulp.
    margin = abs(low) * 2.0**-6 if math.isfinite(low) else 0.0
    return Range(Interval(low - margin, math.inf), (), x.may_be_nan or y.may_be_nan)


def _gumbel(operands: Operands) -> Range:
    """Return a sample with heavy tails in both directions."""
    taken = tuple(Point(value, ((operands.symbol, value),)) for value in (-3.0, 20.0))
    return Range(points=taken)


def _leaky(operands: Operands) -> Range:
    """Scale a negative operand by a slope below 1: 0.01 in PyTorch and JAX, 0.2 in TensorFlow, 0.3 in Keras."""
    result, x = ELEMENTWISE["leaky_relu"](operands), operands["x"]
    bounds = Interval(min(result.interval.low, x.interval.low, 0.0), max(result.interval.high, 0.0))
    return Range(bounds, result.points, result.may_be_nan)


HALF_PI = 1.5707964
PI = 3.1415928
# bfloat16 and float16 round pi up.
ROOM = 1.01

SPECIAL: dict[str, Transfer] = {
    "asin": _within(-HALF_PI * ROOM, HALF_PI * ROOM, -1.0, 1.0),
    "acos": _acos,
    "atan2": _within(-PI * ROOM, PI * ROOM, -math.inf, math.inf),
    "sinh": _hyperbolic(Shape(_or_inf(math.sinh, even=False))),
    "cosh": _hyperbolic(Shape(_or_inf(math.cosh, even=True), bottom=1.0, turn=0.0)),
    "asinh": elementwise(Shape(math.asinh)),
    "acosh": elementwise(Shape(_acosh, bottom=0.0, least=1.0)),
    "atanh": _at_points(_atanh, -1.0, 1.0),
    "logit": _at_points(_logit, 0.0, 1.0),
    "erfc": _within(0.0, 2.0, -math.inf, math.inf),
    "leaky": _leaky,
    "fmod": _fmod,
    "cbrt": elementwise(Shape(_cbrt)),
    "mish": _within(-0.32, math.inf, -math.inf, math.inf),
    "hard_swish": elementwise(Shape(_hard_swish, bottom=-0.376, turn=-1.5)),
    "pad": _pad,
    "logaddexp": _logaddexp,
    "gumbel": _gumbel,
    "probability": _within(0.0, 1.0, -math.inf, math.inf),
}
