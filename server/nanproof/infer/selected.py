"""What a comparison selects, counted: `keep.sum(-1)` of `keep = labels != PAD` is 0 where it selects nothing.

Numbers that are 1 where a comparison holds and 0 elsewhere have the trait "truth"; casts, products of several, `&`, `~`
and `1 - keep` keep it.
"""

from __future__ import annotations

import math

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import Origin, Roles, narrowed, producing
from nanproof.infer.value import Holder, Number

TRUTH = frozenset({"truth"})
_OF_ALL = frozenset({"multiply", "maximum", "minimum"})


def is_truth(number: Number) -> bool:
    """Say whether a number is 1 where a comparison holds, and 0 elsewhere."""
    return number.traits >= TRUTH


def is_truth_of(function: str, operands: list[Number]) -> bool:
    """Say whether a result is 1 where a comparison holds, or several hold, and 0 elsewhere."""
    if function == "comparison":
        return True
    if function == "subtract" and len(operands) == 2:
        return operands[0].range.single == 1 and is_truth(operands[1])
    tensors = [each for each in operands if each.holder is not Holder.PYTHON]
    return function in _OF_ALL and len(tensors) == len(operands) and all(map(is_truth, tensors))


def counted(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return the sum of what is 1 where a comparison holds."""
    return _counted(evaluator, result, roles, origin, "selected", math.inf)


def share(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return the mean of what is 1 where a comparison holds."""
    return _counted(evaluator, result, roles, origin, "share_selected", 1.0)


def _counted(
    evaluator: Evaluator, result: Number, roles: Roles, origin: Origin, function: str, most: float
) -> Number | None:
    if not is_truth(roles["x"]):
        return None
    return producing(evaluator, narrowed(result, 0.0, most, ()), function, (0.0,), origin)
