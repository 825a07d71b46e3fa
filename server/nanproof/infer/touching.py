"""Exponentials of what is 0 at its largest element, `exp(x - max(x))`: one of each row is 1, and so no sum is 0."""

from __future__ import annotations

import math

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import Origin, Roles, narrowed, with_trait
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
