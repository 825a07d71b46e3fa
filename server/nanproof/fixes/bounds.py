"""Between which values an operand must stay for its operation to be finite in its dtype, in value and in gradient.

The numbers are those of FACTS.md, table E (measured on TensorFlow, PyTorch, JAX and NumPy), with a margin.
"""

from __future__ import annotations

from dataclasses import dataclass

from nanproof.catalog.model import Domain
from nanproof.rules.expressions import is_overwritten
from nanproof.rules.site import Site
from nanproof.values.dtype import FORMATS, DType


@dataclass(frozen=True, slots=True)
class Bounds:
    """The bounds of a mask as they are written in the source; None where a side needs none."""

    low: str | None = None
    high: str | None = None


# Far enough from 0 for log, sqrt and their derivatives. 1e-10 is the mask that everybody knows; in float16 it would
# be 0, and the derivative of log needs 1.6e-5.
_ABOVE_ZERO = "1e-10"
_ABOVE_ZERO_IN_HALF = "1e-4"
# The derivative of 1/x is 1/x^2: float32 needs 1.1e-19 (JAX), float16 4e-3, and rsqrt 6.4e-4 there.
_DIVISOR_IN_HALF = "4e-3"
_ROOTED_DIVISOR_IN_HALF = "1e-3"

# The largest number below 1 that is not rounded to 1, with a margin: 1 - 1e-8 is 1 in float32.
_BELOW_ONE = {DType.FLOAT16: "0.999", DType.BFLOAT16: "0.99", DType.FLOAT64: "1 - 1e-15"}
_BELOW_ONE_IN_SINGLE = "0.9999999"
_ABOVE_MINUS_ONE = {DType.FLOAT16: "-0.999", DType.BFLOAT16: "-0.99", DType.FLOAT64: "-1 + 1e-15"}
_ABOVE_MINUS_ONE_IN_SINGLE = "-0.9999999"
_ABOVE_ONE = {DType.FLOAT16: "1.001", DType.BFLOAT16: "1.01", DType.FLOAT64: "1 + 1e-15"}
_ABOVE_ONE_IN_SINGLE = "1.000001"
# logit has both its edges at numbers that it approaches equally fast.
_OUTCOME = {DType.FLOAT16: "1e-3", DType.BFLOAT16: "1e-2", DType.FLOAT64: "1e-15"}
_OUTCOME_IN_SINGLE = "1e-7"

# exp overflows at 88.7, 11.1 and 709.8; the margin leaves room for sums of a few thousand terms, but in float16.
_EXPONENT = {DType.FLOAT16: "11.0", DType.FLOAT64: "700.0"}
_EXPONENT_IN_SINGLE = "80.0"
_EXPONENT_OF_TWO = {DType.FLOAT16: "15.0", DType.FLOAT64: "1000.0"}
_EXPONENT_OF_TWO_IN_SINGLE = "115.0"
_OVERFLOW_ON_BOTH_SIDES = frozenset({"sinh", "cosh"})

# Bounds of a negative power, of which the first is taken that keeps value and derivative finite.
_LADDER = ("1e-10", "1e-8", "1e-6", "1e-5", "1e-4", "1e-3", "4e-3", "1e-2", "5e-2", "0.1")


def bounds_of(site: Site, exponent: float | None = None) -> Bounds | None:
    """Return the bounds of the mask for a site's operand, None where no bound helps.

    `exponent` is that of a power. A divisor that can have either sign has no bound: the hole lies in the middle.
    """
    dtype = site.operand.dtype
    if site.function.overflows:
        return _of_exponential(site.function.name, dtype)
    domain = site.domain or site.gradient
    if domain is None:
        return None
    if exponent is not None and exponent < 0:
        return _of_divisor(site, _first_finite(exponent, dtype))
    if domain.hole is not None:
        return _of_divisor(site, _DIVISOR_IN_HALF if dtype is DType.FLOAT16 else _ABOVE_ZERO)
    return _of_interval(site, domain)


def _of_exponential(function: str, dtype: DType) -> Bounds:
    if function == "exp2":
        high = _EXPONENT_OF_TWO.get(dtype, _EXPONENT_OF_TWO_IN_SINGLE)
    else:
        high = _EXPONENT.get(dtype, _EXPONENT_IN_SINGLE)
    return Bounds(f"-{high}" if function in _OVERFLOW_ON_BOTH_SIDES else None, high)


def _of_divisor(site: Site, low: str | None) -> Bounds | None:
    return Bounds(low) if low is not None and site.operand.range.interval.low >= 0 else None


def _of_interval(site: Site, domain: Domain) -> Bounds | None:
    dtype = site.operand.dtype
    match domain.low, domain.high:
        case 0.0, 1.0:
            low = _OUTCOME.get(dtype, _OUTCOME_IN_SINGLE)
            return Bounds(low, _BELOW_ONE.get(dtype, _BELOW_ONE_IN_SINGLE))
        case -1.0, 1.0:
            low = _ABOVE_MINUS_ONE.get(dtype, _ABOVE_MINUS_ONE_IN_SINGLE)
            return Bounds(low, _BELOW_ONE.get(dtype, _BELOW_ONE_IN_SINGLE))
        case -1.0, _:
            return Bounds(_ABOVE_MINUS_ONE.get(dtype, _ABOVE_MINUS_ONE_IN_SINGLE), _top(site))
        case 0.0, _:
            if dtype is not DType.FLOAT16:
                return Bounds(_ABOVE_ZERO, _top(site))
            low = _ROOTED_DIVISOR_IN_HALF if site.function.name == "rsqrt" else _ABOVE_ZERO_IN_HALF
            return Bounds(low, _top(site))
        case 1.0, _:
            return Bounds(_ABOVE_ONE.get(dtype, _ABOVE_ONE_IN_SINGLE))
        case _:
            return None


def _top(site: Site) -> str | None:
    """Return the upper bound that says of a probability that it is one."""
    return "1.0" if site.operand.range.interval.high <= 1.0 and not is_overwritten(site) else None


def _first_finite(exponent: float, dtype: DType) -> str | None:
    """Return the least bound e for which e**exponent and its derivative are finite, where possible with a margin."""
    form = FORMATS.get(dtype, FORMATS[DType.FLOAT32])
    margin = 1.0 if dtype is DType.FLOAT16 else 1e3
    for written in _LADDER:
        bound = float(written)
        if max(bound**exponent, -exponent * bound ** (exponent - 1)) * margin < form.largest:
            return written
    return None


def number_of(written: str) -> float:
    """Return the number that a bound is: `-1 + 1e-15` too."""
    first, sign, second = written.partition(" ")
    return float(first) + float(second.replace(" ", "")) if sign else float(first)
