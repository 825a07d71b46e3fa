"""Positive numbers over what is no less than 0, or over a number that has a name alone: the `1 / n` of a uniform share.

It is never 0 itself, however large what it is divided by, as long as that is finite.
"""

from __future__ import annotations

from nanproof.infer.value import Holder, Number

_KEPT = frozenset({"same", "cast", "tensor"})
_DEEPEST = 6


def is_positive_quotient(number: Number, depth: int = _DEEPEST) -> bool:
    """Say whether a number is a positive one over something that is not below 0: a count, the length of a shape.

    Of a parameter that it is divided by that is not known, but who divides by it means a number.
    """
    made = number.computation
    if made is None or not depth:
        return False
    if made.function.name in _KEPT:
        return "x" in made.roles and is_positive_quotient(made.roles["x"], depth - 1)
    if made.function.name == "multiply":
        factors = made.roles.values()
        is_one = any(is_positive_quotient(each, depth - 1) for each in factors)
        return is_one and all(each.range.interval.low > 0 or is_positive_quotient(each, depth - 1) for each in factors)
    if made.function.name != "divide" or made.roles["x"].range.interval.low <= 0:
        return False
    divisor = made.roles["y"]
    return divisor.range.interval.low >= 0 or (
        divisor.holder is Holder.ANY and divisor.range.is_unknown and divisor.computation is None
    )
