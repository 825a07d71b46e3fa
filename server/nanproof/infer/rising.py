"""Differences of a rising function of two operands that belong together: `sigmoid(x + w) - sigmoid(x)`.

The one is never at one end while the other one is at the other, whatever x is; where w is positive the difference is
never negative. It is 0 where both saturate.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import Origin, Roles, essence, narrowed
from nanproof.infer.value import Number

_RISING = frozenset({"arctan", "erf", "exp", "hard_sigmoid", "ndtr", "sigmoid", "softplus", "tanh"})
_KEPT = frozenset({"cast", "detach", "same"})
_SCALES = frozenset({"multiply", "divide"})
DEEPEST_SUM = 8

# The summands of a number, each with its sign.
Summand = tuple[int, Number]


def difference_of_rising(evaluator: Evaluator, result: Number, roles: Roles, _: Origin) -> Number | None:
    """Know that two values of one rising function lie as their operands do, where these have a part in common."""
    minuend, subtrahend = _operand(roles["x"]), _operand(roles["y"])
    if minuend is None or subtrahend is None or minuend[0] != subtrahend[0]:
        return None
    apart = _apart(evaluator, minuend[1], subtrahend[1])
    if not apart:
        return None  # of nothing in common nothing is known, and what is all in common may be parts of one value
    if all(_is_positive(sign, each) for sign, each in apart):
        return narrowed(result, 0.0, math.inf)
    kept = tuple(point for point in result.range.points if point.value == 0)
    return replace(result, range=replace(result.range, points=kept))


def _operand(number: Number) -> tuple[str, Number] | None:
    """Return the rising function that made a number, and its operand."""
    made = number.computation
    for _ in range(DEEPEST_SUM):
        if made is None or made.function.name not in _KEPT:
            break
        made = made.roles["x"].computation
    if made is None or made.function.name not in _RISING:
        return None
    return made.function.name, made.roles["x"]


def _apart(evaluator: Evaluator, one: Number, other: Number) -> list[Summand] | None:
    """Return what one number is more than another one, None where they have no summand in common."""
    a, b = one.computation, other.computation
    if a is not None and b is not None and a.function.name == b.function.name in _SCALES:
        scale = a.roles["y"]
        is_same = bool(scale.term) and essence(evaluator, scale.term) == essence(evaluator, b.roles["y"].term)
        if is_same and scale.range.interval.low >= 0:
            return _apart(evaluator, a.roles["x"], b.roles["x"])
    left = list(_summands(one))
    more: list[Summand] = []
    is_common = False
    for sign, each in _summands(other):
        same = next(
            (at for at, (kind, known) in enumerate(left) if kind == sign and _is_same(evaluator, known, each)), -1
        )
        is_common = is_common or same >= 0
        if same >= 0:
            del left[same]
        else:
            more.append((-sign, each))
    return [*left, *more] if is_common else None


def _is_same(evaluator: Evaluator, one: Number, other: Number) -> bool:
    return bool(one.term) and essence(evaluator, one.term) == essence(evaluator, other.term)


def _summands(number: Number, sign: int = 1, depth: int = DEEPEST_SUM) -> Iterator[Summand]:
    made = number.computation
    match made.function.name if made is not None and depth > 0 else "":
        case "add" | "subtract" if made is not None:
            yield from _summands(made.roles["x"], sign, depth - 1)
            yield from _summands(made.roles["y"], sign if made.function.name == "add" else -sign, depth - 1)
        case "negative" if made is not None:
            yield from _summands(made.roles["x"], -sign, depth - 1)
        case _:
            yield sign, number


def _is_positive(sign: int, number: Number) -> bool:
    known = number.range.interval
    return known.low >= 0 if sign > 0 else known.high <= 0
