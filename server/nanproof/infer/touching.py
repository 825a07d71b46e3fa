"""Exponentials of what is 0 at its largest element, `exp(x - max(x))`: one of each row is 1, and so no sum is 0.

So is a comparison that holds for the first of each row: `arange(n) < lengths` where no length is below 1, and the
support of a projection onto the simplex, `k * z_k > z_1 + ... + z_k - 1` of sorted numbers, for which k = 1 is enough.
"""

from __future__ import annotations

import math

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import (
    Origin,
    Roles,
    essence,
    name_of,
    narrowed,
    operand,
    summands,
    uncast,
    with_trait,
)
from nanproof.infer.value import Number

# Of a product one element of each row is positive, however small.
_POSITIVE = "touches positive"
_SMALLEST = 2.0**-149  # in float32


def exp_of_touching(__: Evaluator, result: Number, roles: Roles, _: Origin) -> Number | None:
    """`exp(x - max(x))` is exactly 1 somewhere."""
    return with_trait(result, "touches one") if "touches zero" in roles["x"].traits else None


def product_of_touching(__: Evaluator, result: Number, roles: Roles, _: Origin) -> Number | None:
    """`exp(x - max(x)) * (sigmoid(x) + 1e-20)` is positive where the exponential is 1."""
    for one, other in ((roles["x"], roles["y"]), (roles["y"], roles["x"])):
        if "touches one" in one.traits and one.range.interval.low >= 0 and other.range.interval.low > 0:
            return with_trait(result, _POSITIVE)
    return None


def sum_of_touching(__: Evaluator, result: Number, roles: Roles, _: Origin) -> Number | None:
    """Know that a sum of what is never negative is at least 1 where that is 1 somewhere, and positive where it is."""
    traits = roles["x"].traits
    if "touches one" in traits:
        return narrowed(result, 1.0, math.inf, ())
    return narrowed(result, _SMALLEST, math.inf, ()) if _POSITIVE in traits else None


def holds_for_first(evaluator: Evaluator, left: Number, operator: str, right: Number) -> bool:
    """Say whether a comparison holds for the first element of each row, whatever it is of the others."""
    match operator:
        case "<" | "<=":
            low, high = left, right
        case ">" | ">=":
            low, high = right, left
        case _:
            return False
    return _is_from_0(low, high) or _is_support(evaluator, low, high)


def _is_from_0(places: Number, lengths: Number) -> bool:
    """Say whether places that are counted from 0 are compared with what is at least 1."""
    made = uncast(places).computation
    is_counted = made is not None and made.function.name == "arange"
    taken = [each.value for each in lengths.range.points]
    is_long = lengths.range.interval.low > 0 or (bool(taken) and min(taken) >= 1 and "mask" in lengths.traits)
    return is_counted and is_long and places.range.interval.low == 0


def _is_support(evaluator: Evaluator, sums: Number, multiples: Number) -> bool:
    """Say whether running sums, less something, are compared with multiples of what is summed."""
    parts = (evaluator.structure(essence(evaluator, term)) for _, term in summands(evaluator, sums.term))
    summed = {operand(each) for each in parts if name_of(each) == "cumsum"}
    terms = (evaluator.structure(essence(evaluator, term)) for _, term in summands(evaluator, multiples.term))
    products = [each for each in terms if name_of(each) == "multiply"]
    return any(not summed.isdisjoint({operand(each), operand(each, "y")}) for each in products)
