"""Divisors that are small long before what they are made of is: a product of small factors, a square, a sum of squares.

A floor of 1e-7 is below all that a sum of softmaxes or a norm means to divide by. A product of two lengths of 1e-4 is
meant too, and below it: the floor would change it.
"""

from __future__ import annotations

from nanproof.infer.engine import Engine
from nanproof.infer.structure import essence
from nanproof.infer.value import Computation, Number

_PASSES = frozenset({"same", "cast", "detach", "sum", "mean", "negative", "abs"})
_LONGEST_WAY = 8
# A factor at least so far from 0 makes nothing small.
_LARGE = 1e-3


def is_of_small_factors(number: Number, engine: Engine, most: int = _LONGEST_WAY) -> bool:
    """Say whether a number may be tiny where nothing that it is made of is."""
    made = number.computation
    if made is None or not most:
        return False
    name, roles = made.function.name, made.roles
    if name in _PASSES:
        return is_of_small_factors(roles["x"], engine, most - 1)
    if name == "add":
        return all(is_of_small_factors(each, engine, most - 1) for each in roles.values())
    if name == "pow":
        return (roles["y"].range.single or 0.0) >= 2
    if name == "multiply":
        return _is_of_small(made, engine, most)
    return name == "square"


def _is_of_small(product: Computation, engine: Engine, most: int) -> bool:
    factors = [each for each in product.roles.values() if not _is_large(each)]
    if len(factors) == 1:
        return is_of_small_factors(factors[0], engine, most - 1)
    one, other = factors[0], factors[-1]
    return not (_is_rest(one, other, engine) or _is_rest(other, one, engine))


def _is_large(factor: Number) -> bool:
    interval = factor.range.interval
    return interval.low >= _LARGE or interval.high <= -_LARGE


def _is_rest(one: Number, other: Number, engine: Engine) -> bool:
    """Say whether a number is what another lacks to 1: where one of them is small the other is not."""
    made = one.computation
    if made is None or made.function.name != "subtract" or made.roles["x"].range.single != 1:
        return False
    return essence(engine, made.roles["y"].term) == essence(engine, other.term)
