"""Elementary functions on one number that answer where Python's `math` raises: infinities and NaN, as tensors do."""

from __future__ import annotations

import math
from collections.abc import Callable

Scalar = Callable[[float], float]


def exp(x: float) -> float:
    """Return e**x, infinity on overflow."""
    try:
        return math.exp(x)
    except OverflowError:
        return math.inf


def expm1(x: float) -> float:
    """Return e**x - 1, infinity on overflow."""
    try:
        return math.expm1(x)
    except OverflowError:
        return math.inf


def exp2(x: float) -> float:
    """Return 2**x, infinity on overflow."""
    return power(2.0, x)


def _logarithm(function: Scalar, edge: float) -> Scalar:
    def logarithm(x: float) -> float:
        if math.isnan(x) or x < edge:
            return math.nan
        return -math.inf if x == edge else function(x)

    return logarithm


log = _logarithm(math.log, 0.0)
log2 = _logarithm(math.log2, 0.0)
log10 = _logarithm(math.log10, 0.0)
log1p = _logarithm(math.log1p, -1.0)


def sigmoid(x: float) -> float:
    """Return 1 / (1 + e**-x) without overflow."""
    return 1.0 / (1.0 + exp(-x)) if x >= 0 else exp(x) / (1.0 + exp(x))


def log_sigmoid(x: float) -> float:
    """Return log(sigmoid(x)), finite for every finite x."""
    return -softplus(-x)


def softplus(x: float) -> float:
    """Return log(1 + e**x) without overflow."""
    return max(x, 0.0) + math.log1p(exp(-abs(x)))


def relu(x: float) -> float:
    """Return max(x, 0), NaN for NaN."""
    return x if x > 0 or math.isnan(x) else 0.0


def elu(x: float) -> float:
    """Return x above 0 and e**x - 1 below."""
    return x if x > 0 else expm1(x)


def selu(x: float) -> float:
    """Return the scaled elu (Klambauer et al., 2017)."""
    return 1.0507009873554805 * (x if x > 0 else 1.6732632423543772 * expm1(x))


def sqrt(x: float) -> float:
    """Return the square root, NaN below 0."""
    return math.sqrt(x) if x >= 0 else math.nan


def rsqrt(x: float) -> float:
    """Return 1 / sqrt(x), infinity at 0, NaN below."""
    return divide(1.0, sqrt(x))


def sine(x: float) -> float:
    """Return sin(x), NaN at infinity."""
    return math.nan if math.isinf(x) else math.sin(x)


def cosine(x: float) -> float:
    """Return cos(x), NaN at infinity."""
    return math.nan if math.isinf(x) else math.cos(x)


def divide(x: float, y: float) -> float:
    """Return x / y as IEEE 754 defines it, but for the sign of a zero divisor: no interval knows it, so it is +0."""
    if y != 0:
        return x / y
    return math.nan if x == 0 or math.isnan(x) else math.copysign(math.inf, x)


def power(x: float, y: float) -> float:
    """Return x ** y as tensors do: NaN for a negative base with a fractional exponent."""
    if x == 0 and y < 0:
        return math.inf
    try:
        return math.pow(x, y)
    except OverflowError:
        return -math.inf if x < 0 and y % 2 == 1 else math.inf
    except ValueError:
        return math.nan


def floor_divide(x: float, y: float) -> float:
    """Return the floor of x / y, as tensors do at 0."""
    quotient = divide(x, y)
    return quotient if math.isinf(quotient) or math.isnan(quotient) else float(math.floor(quotient))


def remainder(x: float, y: float) -> float:
    """Return x mod y with the sign of y, NaN for y = 0."""
    if y == 0 or math.isinf(x) or math.isnan(x) or math.isnan(y):
        return math.nan
    rest = math.fmod(x, y)
    return rest + y if rest and (rest < 0) != (y < 0) else rest
