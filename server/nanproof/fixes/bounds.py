"""Between which values an operand must stay for its operation to be finite in its dtype, in value and in gradient."""

from __future__ import annotations

from dataclasses import dataclass

from nanproof.catalog.model import Domain
from nanproof.fixes.bound_table import LADDER, Purpose, bound
from nanproof.fixes.one_floor import operations_beside
from nanproof.forms.exponents import exponent_at
from nanproof.forms.expressions import is_overwritten
from nanproof.infer.selected import COUNTS
from nanproof.infer.value import Holder, Number
from nanproof.sites.site import Site
from nanproof.uses.divisor import is_divisor
from nanproof.values.dtype import FORMATS, DType


@dataclass(frozen=True, slots=True)
class Bounds:
    """The bounds of a mask as they are written in the source; None where a side needs none."""

    low: str | None = None
    high: str | None = None


# The distance from 1 is written out where it can be read at once: 0.9999999, but 1 - 1e-15.
_BELOW_ONE = {DType.FLOAT16: "0.999", DType.BFLOAT16: "0.99", DType.FLOAT64: "1 - 1e-15"}
_BELOW_ONE_IN_SINGLE = "0.9999999"
_ABOVE_MINUS_ONE = {DType.FLOAT16: "-0.999", DType.BFLOAT16: "-0.99", DType.FLOAT64: "-1 + 1e-15"}
_ABOVE_MINUS_ONE_IN_SINGLE = "-0.9999999"
_ABOVE_ONE = {DType.FLOAT16: "1.001", DType.BFLOAT16: "1.01", DType.FLOAT64: "1 + 1e-15"}
_ABOVE_ONE_IN_SINGLE = "1.000001"
OVERFLOW_ON_BOTH_SIDES = frozenset({"sinh", "cosh"})
NORMS = frozenset(
    {"norm", "norm_by_hand", "norms_by_hand", "norm_of_outputs", "length_by_hand", "std", "distance", "std_of_all"}
)
NORMS |= {"norm_from_0", "norm_of_padding", "norm_of_pairs", "length_of_padding", "std_of_off", "deviation_by_hand"}
# What passes a value on, or only moves and scales what it is: a norm of several, a cast, the mean of norms.
_PASSES = frozenset({"integer", "number", "same", "cast", "tensor", "maximum", "minimum", "clip", "where"})
_COUNTED = COUNTS - {"share_selected", "faded_count"}
# Of what is 0 or at least 1 these make what is so too.
_OF_COUNTS = frozenset({"add", "multiply", "sqrt"})
_LONGEST_WAY = 12
# How much larger a gradient may become on its way, as that of a sum of some thousand terms.
_ROOM = 1e3


def bounds_of(site: Site, exponent: float | None = None) -> Bounds | None:
    """Return the bounds of the mask for a site's operand, None where no bound helps.

    `exponent` is that of a power. A divisor that can have either sign has no bound: the hole lies in the middle.
    """
    if site.function.overflows:
        high = ceiling_of(site)
        return Bounds(f"-{high}" if site.function.name in OVERFLOW_ON_BOTH_SIDES else None, high)
    domain = site.domain or site.gradient
    if domain is None:
        return None
    if domain.hole is not None or (exponent is not None and exponent < 0):
        return _of_divisor(site, beside_hole(site, exponent))
    return _of_interval(site, domain)


def ceiling_of(site: Site) -> str:
    """Return how far above 0 the operand of an exponential may be."""
    purpose = Purpose.EXPONENT_OF_TWO if site.function.name == "exp2" else Purpose.EXPONENT
    return bound(purpose, site.operand.dtype)


def beside_hole(site: Site, exponent: float | None = None) -> str | None:
    """Return how far from 0 a divisor must stay, on either side; `exponent` is that of a power, below 0."""
    if exponent is None:
        return floor_of(site)
    return _of_counts(site.operand) or _first_finite(exponent, site.operand.dtype)


def floor_of(site: Site) -> str:
    """Return how far above 0 a site's operand must stay: as far as its other operations need, or say already."""
    least = bound(purpose_of(site), site.operand.dtype)
    for other in operations_beside(site, divides=purpose_of(site) is Purpose.LOGARITHM):
        theirs = other.floor or (bound(_of_divisors(other.number), other.number.dtype) if other.divides else least)
        least = max(least, theirs, key=float)
    return least


def lower_floor(site: Site) -> str | None:
    """Return the floor of a logarithm of what a site divides by, where that goes on below the divisor's."""
    if purpose_of(site) is Purpose.LOGARITHM:
        return None
    floors = [each.floor for each in operations_beside(site, divides=False) if each.floor is not None]
    least = float(floor_of(site)) if floors else 0.0
    return next((each for each in floors if float(each) < least), None)


def exponent_of(site: Site) -> float | None:
    """Return the exponent of a power, None of other operations and where it is not a known constant."""
    number = exponent_at(site)
    return number.range.single if number is not None else None


def purpose_of(site: Site) -> Purpose:
    """Return what a bound near 0 is to keep finite at a site."""
    if site.domain is not None and site.domain.hole is not None:
        return _of_divisors(site.operand)
    if not divides_by_its_root(site):
        return Purpose.LOGARITHM
    return Purpose.COUNT if _is_counted(site.operand) else Purpose.ROOTED_DIVISOR


def divides_by_its_root(site: Site) -> bool:
    """Say whether a site is a root that something is divided by, or one divided by a root."""
    return site.function.name == "rsqrt" or (site.function.name == "sqrt" and is_divisor(site))


def _of_divisors(number: Number) -> Purpose:
    if _is_counted(number):
        return Purpose.COUNT
    return Purpose.NORM if _made_by(number) in NORMS else Purpose.DIVISOR


def _of_counts(number: Number) -> str | None:
    """Return the bound of what was counted, None of other numbers."""
    return bound(Purpose.COUNT, number.dtype) if _is_counted(number) else None


def _is_counted(number: Number, deepest: int = _LONGEST_WAY) -> bool:
    """Say whether a number is a count, or a sum, a product or a root of such: what is not 0 is at least 1.

    A float that is called an integer by mistake would lose its values below 1: only Python's own are believed.
    """
    if _made_by(number) in _COUNTED or (number.holder is Holder.PYTHON and number.dtype is DType.INTEGER):
        return True
    if number.range.single is not None:
        return number.range.single >= 1
    made = number.computation
    if made is None or made.function.name not in _OF_COUNTS or not deepest:
        return False
    return all(_is_counted(each, deepest - 1) for each in made.roles.values())


def _made_by(number: Number) -> str:
    """Return the function whose result a number is, however it was passed on since."""
    for _ in range(_LONGEST_WAY):
        if number.direct is not None and number.direct.function.name in _COUNTED:
            return number.direct.function.name
        computation = number.computation
        if computation is None:
            break
        if computation.function.name not in _PASSES:
            return computation.function.name
        number = computation.roles.get("x", number)
    return number.direct.function.name if number.direct is not None else ""


def _of_divisor(site: Site, low: str | None) -> Bounds | None:
    return Bounds(low) if low is not None and site.operand.range.interval.low >= 0 else None


def _of_interval(site: Site, domain: Domain) -> Bounds | None:
    dtype = site.operand.dtype
    match domain.low, domain.high:
        case 0.0, 1.0:
            return Bounds(bound(Purpose.ONE, dtype), _BELOW_ONE.get(dtype, _BELOW_ONE_IN_SINGLE))
        case -1.0, 1.0:
            low = _ABOVE_MINUS_ONE.get(dtype, _ABOVE_MINUS_ONE_IN_SINGLE)
            return Bounds(low, _BELOW_ONE.get(dtype, _BELOW_ONE_IN_SINGLE))
        case -1.0, _:
            return Bounds(_ABOVE_MINUS_ONE.get(dtype, _ABOVE_MINUS_ONE_IN_SINGLE), _top(site))
        case 0.0, 2.0 if site.operand.range.interval.high >= 2.0:
            return None  # how far below 2 the inverse of erfc must stay was never measured
        case 0.0, _:
            return Bounds(floor_of(site), _top(site))
        case 1.0, _:
            return Bounds(_ABOVE_ONE.get(dtype, _ABOVE_ONE_IN_SINGLE))
        case _:
            return None


def _top(site: Site) -> str | None:
    """Return the upper bound that says of a probability that it is one."""
    return "1.0" if site.operand.range.interval.high <= 1.0 and not is_overwritten(site) else None


def _first_finite(exponent: float, dtype: DType) -> str | None:
    """Return the least bound e at which e**exponent and its derivative are finite, and the square of this.

    In float16 the square is left out: hardly a bound would be left, and optimisers keep it in float32 there.
    """
    largest = FORMATS.get(dtype, FORMATS[DType.FLOAT32]).largest
    for written in LADDER:
        low = float(written)
        value, derivative = low**exponent, -exponent * low ** (exponent - 1)
        square = derivative if dtype is DType.FLOAT16 else (derivative * _ROOM) ** 2
        if max(value, square) < largest:
            return written
    return None


def number_of(written: str) -> float:
    """Return the number that a bound is: `-1 + 1e-15` too."""
    first, sign, second = written.partition(" ")
    return float(first) + float(second.replace(" ", "")) if sign else float(first)
