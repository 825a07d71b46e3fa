"""What is 0 by underflow: an exponential of what is never positive, far out, and a sum of nothing else.

The densities of a point far from all components, the row of a kernel of a point far from all others.
"""

from __future__ import annotations

import math

from nanproof.infer.possible import is_usually_positive
from nanproof.infer.selected import PLACES
from nanproof.infer.structure import behind, uncast
from nanproof.infer.value import Computation, Number

_PRODUCTS = frozenset({"multiply", "same", "cast"})
_PRODUCTS_OF_ROWS = frozenset({"matmul", "weighted_sum"})
_SUMMED = _PRODUCTS_OF_ROWS | {"sum", "mean"}
_TO_ITSELF = frozenset({"pairwise_difference", "mapped_difference", "distance_to_itself", "norm_of_pairs"})
_SIGNED = frozenset({"multiply", "divide", "negative", "same", "cast"})
_SPREADS = frozenset({"spread"})  # how far each is from the smallest: `exp(-(d - min(d)))`
_SCALED = frozenset({"divide", "negative", "multiply"})
_SCALED_BY = frozenset({"multiply", "negative", "same", "cast"})
_KEPT = 87.0  # exp(-87) is a normal number in single precision, and in bfloat16
DEEPEST = 16


def underflows(number: Number) -> bool:
    """Say whether an exponential is 0 far out: of what is never positive, and as large as one likes."""
    return _far_out(number) is not None


def _far_out(number: Number) -> Number | None:
    """Return the exponent of an exponential that is 0 far out, None of anything else."""
    computation = number.computation
    if computation is None or computation.function.name not in ("exp", "exp2"):
        return None
    exponent = computation.roles["x"]
    if exponent.range.interval.low > -math.inf or _sign(exponent, DEEPEST) >= 0:
        return None
    return exponent if _size(exponent, DEEPEST) > _KEPT else None


def _size(number: Number, depth: int) -> float:
    """Return how far from 0 a number may be; a setting is as large as its default: `exp(-self.t * d)` of d below 4."""
    known, made = number.range.interval, number.computation
    size = max(abs(known.low), abs(known.high))
    if size < math.inf or not depth:
        return size
    if is_usually_positive(number):
        return max(abs(each.value) for each in number.range.points)
    if made is None or made.function.name not in _SCALED_BY:
        return size
    return math.prod(_size(each, depth - 1) for each in made.roles.values())


def _sign(number: Number, depth: int) -> int:
    """Return -1 of what is never positive, 1 of what is never negative, 0 of what may be either.

    A setting has the sign of its default: `exp(-c / self.eps)`.
    """
    known, made = number.range.interval, number.computation
    if known.high <= 0:
        return -1
    if known.low >= 0 or is_usually_positive(number):
        return 1
    if made is None or not depth or made.function.name not in _SIGNED:
        return 0
    signs = [_sign(each, depth - 1) for each in made.roles.values()]
    return math.prod(signs) * (-1 if made.function.name == "negative" else 1)


def has_underflowing_factor(number: Number, depth: int = DEEPEST) -> bool:
    """Say whether a product has a factor that underflows, whatever else it is made of."""
    computation = number.computation
    if computation is None or not depth:
        return False
    if underflows(number):
        return True
    return any(has_underflowing_factor(each, depth - 1) for each in _factors(computation))


def is_sum_of_exponentials(number: Number) -> bool:
    """Say whether a number is a sum of densities: 0 where all of them underflow."""
    made = uncast(number).computation
    return made is not None and made.function.name in ("sum", "mean") and has_exponential(made.roles["x"])


def is_sum_of_what_underflows(number: Number) -> bool:
    """Say whether all that is summed underflows far out: densities, the rows of a kernel that weigh something.

    What is compared with itself is not far out there: the kernel of a point and itself is 1. Nor is the middle of a
    filter that is made of places alone.
    """
    made = uncast(number).computation
    if made is None or made.function.name not in _SUMMED or _is_of_each_with_each(made) or is_filter(number):
        return False
    if made.function.name in _PRODUCTS_OF_ROWS and any(map(has_exponential, made.roles.values())):
        return True
    return any(map(has_underflowing_factor, made.roles.values()))


def is_sum_far_out(number: Number) -> bool:
    """Say whether all that is summed underflows far out, and is not as far as it is from the largest of its own.

    What is left of `exp(x - max(x))` without the largest is as far from it as the others of a row are.
    """
    exponents = map(_far_out, behind([number], DEEPEST))
    is_shifted = any(_is_from_the_largest(each, DEEPEST) for each in exponents if each is not None)
    return is_sum_of_what_underflows(number) and not is_shifted


def _is_from_the_largest(exponent: Number, depth: int) -> bool:
    """Say whether an exponent is how far each is from the largest of its row, over whatever it is divided by."""
    made = exponent.computation
    if "touches zero" in exponent.traits or any(each.function.name in _SPREADS for each in exponent.made):
        return True
    if made is None or not depth or made.function.name not in _SIGNED:
        return False
    return any(_is_from_the_largest(each, depth - 1) for each in made.roles.values())


def is_filter(number: Number) -> bool:
    """Say whether exponentials are of places alone, over a width: a Gaussian filter, of whatever width it is."""
    exponents = map(_far_out, behind([number], DEEPEST))
    return any(_is_of_places(each) for each in exponents if each is not None)


def _is_of_places(exponent: Number) -> bool:
    """Say whether nothing but places is in an exponent, over whatever it is divided by."""
    for _ in range(DEEPEST):
        made = exponent.computation
        if made is None or exponent.traits >= PLACES or made.function.name not in _SCALED:
            break
        exponent = made.roles["x"]
    return exponent.traits >= PLACES


def _is_of_each_with_each(made: Computation) -> bool:
    """Say whether something is compared with itself on the way to what is computed."""
    known = behind(made.roles.values(), DEEPEST)
    return any(producer.function.name in _TO_ITSELF for each in known for producer in each.made)


def has_exponential(number: Number) -> bool:
    """Say whether a number is an exponential of something without a lower bound, or a product with one."""
    waiting = [number]
    for _ in range(DEEPEST):
        if not waiting:
            break
        each = waiting.pop()
        made = each.computation
        if made is None:
            continue
        if underflows(each) or (made.function.name == "exp" and made.roles["x"].range.is_unknown):
            return True  # of what is bounded nothing underflows
        waiting += made.roles.values() if made.function.name == "prod" else _factors(made)
    return False


def _factors(made: Computation) -> list[Number]:
    """Return what is multiplied: of a quotient what is divided, of a stack its items, nothing of what is no product."""
    if made.function.name in ("divide", "stack"):
        return [made.roles["x"]]
    return list(made.roles.values()) if made.function.name in _PRODUCTS else []
