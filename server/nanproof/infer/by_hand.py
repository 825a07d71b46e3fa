"""Functions written out with exponentials: what they reach in floating point is what the functions of that name do.

Of an exponential of something unknown no value is known. Of `exp(x) / sum(exp(x))` are 0 and 1, as of a softmax.
"""

from __future__ import annotations

import math

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import Origin, Roles, constant, essence, narrowed, producing
from nanproof.infer.value import Number
from nanproof.values.dtype import DType, next_after

FLOORS = frozenset({"maximum", "clip"})


def softmax_by_hand(evaluator: Evaluator, share: Number, whole: Number, origin: Origin) -> Number | None:
    """`exp(x) / sum(exp(x))`, a share of exponentials: 0 once one trails, 1 once one leads."""
    return producing(evaluator, share, "softmax_by_hand", (0.0, 1.0), origin) if _may_vanish(whole) else None


def sigmoid_by_hand(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """`1 / (1 + exp(-x))` and `exp(x) / (1 + exp(x))`."""
    x, exponential = roles["x"], _beside_one(evaluator, roles["y"])
    if exponential is None or not _is_free(exponential) or not math.isinf(exponential.range.interval.high):
        return None
    if constant(evaluator, x.term) != 1.0 and essence(evaluator, x.term) != essence(evaluator, exponential.term):
        return None
    return producing(evaluator, narrowed(result, 0.0, 1.0), "sigmoid_by_hand", (0.0, 1.0), origin)


def softplus_by_hand(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """`log(1 + exp(x))` is 0 once the exponential is absorbed."""
    exponential = _beside_one(evaluator, roles["x"])
    if exponential is None or not _may_vanish(exponential) or _is_floored(exponential, result.dtype):
        return None
    return producing(evaluator, narrowed(result, 0.0, math.inf), "softplus_by_hand", (0.0,), origin)


def tanh_by_hand(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """`(exp(x) - exp(-x)) / (exp(x) + exp(-x))`."""
    above, below = (_terms(evaluator, roles[role], name) for role, name in (("x", "subtract"), ("y", "add")))
    if above is None or below is None or set(above) != set(below) or len(set(above)) != 2:
        return None
    return producing(evaluator, narrowed(result, -1.0, 1.0), "tanh_by_hand", (0.0, 1.0, -1.0), origin)


def _may_vanish(number: Number) -> bool:
    """Say whether a number is an exponential that nothing keeps from 0, and of which nobody knows yet that it is 0."""
    return _is_free(number) and all(each.value for each in number.range.points)


def _is_floored(exponential: Number, dtype: DType) -> bool:
    """Say whether what an exponential is of has a lower bound, at which 1 does not absorb it yet."""
    made = exponential.computation
    bounded = made.roles["x"].computation if made is not None else None
    while bounded is not None and bounded.function.name == "minimum":
        bounded = bounded.roles["x"].computation
    if bounded is None or bounded.function.name not in FLOORS:
        return False
    taken = [each.value for each in exponential.range.points]
    return bool(taken) and 1.0 + min(taken) >= next_after(1.0, math.inf, dtype)


def _is_free(number: Number) -> bool:
    """Say whether a number is an exponential that nothing keeps from 0."""
    made = number.computation
    return made is not None and made.function.name == "exp" and number.range.interval.low == 0


def _beside_one(evaluator: Evaluator, number: Number) -> Number | None:
    """Return what 1 is added to."""
    made = number.computation
    if made is None or made.function.name != "add":
        return None
    sides = [made.roles["x"], made.roles["y"]]
    others = [each for each in sides if constant(evaluator, each.term) != 1.0]
    return others[0] if len(others) == 1 else None


def _terms(evaluator: Evaluator, number: Number, name: str) -> tuple[int, int] | None:
    """Return the terms of the two exponentials that a sum, or a difference, is made of."""
    made = number.computation
    if made is None or made.function.name != name:
        return None
    x, y = made.roles["x"], made.roles["y"]
    return (essence(evaluator, x.term), essence(evaluator, y.term)) if _may_vanish(x) and _may_vanish(y) else None
