"""The root of a variance of all elements is their deviation, however it is written: 0 where all of them are equal."""

from __future__ import annotations

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import Origin, Roles, made_by, producing
from nanproof.infer.value import Number

_VARIANCE, _DEVIATION = "var_of_all", "deviation_by_hand"
_ROOT = 0.5


def deviation_by_hand(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return `sqrt(x.var())` as a deviation, `x.var() ** 0.5` as well; of one along an axis that is known already."""
    if "y" in roles and roles["y"].range.single != _ROOT:
        return None
    if made_by(evaluator, roles["x"].term) != _VARIANCE:
        return None
    return producing(evaluator, result, _DEVIATION, (0.0,), origin)
