"""What two softmaxes agree on, `sum(p * q)`: 0 where each is sure of another class.

So the joint distribution of two clusterings, `p.T @ q`, is 0 for two clusters that never meet.
"""

from __future__ import annotations

import math
import re

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import Origin, Roles, essence, narrowed, producing, uncast
from nanproof.infer.value import Number

_FUNCTION = "joint_shares"
_SIMPLEX = "simplex"
# Without it each row of a product is a mixture, `p @ q`: the rows of one, weighted with the shares of the other.
_TRANSPOSED = re.compile(r"\.m?T\b|\.t\(|transpose|permute|swapaxes|adjoint_[ab]|\bunsqueeze|\bNone\b")
_EQUATION = re.compile(r"[\"'](\w+)\s*,\s*(\w+)\s*->\s*(\w*)[\"']")


def sum_of_joint_shares(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return the sum of products of the shares of two softmaxes."""
    made = uncast(roles["x"]).computation
    if made is None or made.function.name != "multiply" or not _are_of_two(evaluator, made.roles):
        return None
    return _joint(evaluator, result, origin)


def product_of_softmaxes(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return a matrix of sums of products of the shares of two softmaxes."""
    if not _are_of_two(evaluator, roles):
        return None
    written = origin.where.text
    return _joint(evaluator, result, origin) if _TRANSPOSED.search(written) or _pairs_axes(written) else None


def _pairs_axes(written: str) -> bool:
    """Say whether an equation adds up along the same axis of both, `bi,bj->ij`, and not as `bi,ij->bj` does."""
    found = _EQUATION.search(written)
    if found is None:
        return False
    one, other, output = found.groups()
    added = set(one) & set(other) - set(output)
    return bool(added) and all(len(one) - one.index(each) == len(other) - other.index(each) for each in added)


def _are_of_two(evaluator: Evaluator, roles: Roles) -> bool:
    x, y = roles["x"], roles["y"]
    are_shares = _SIMPLEX in x.traits and _SIMPLEX in y.traits
    can_be_0 = all(any(point.value == 0 for point in each.range.points) for each in (x, y))
    return are_shares and can_be_0 and essence(evaluator, x.term) != essence(evaluator, y.term)


def _joint(evaluator: Evaluator, result: Number, origin: Origin) -> Number:
    return producing(evaluator, narrowed(result, 0.0, math.inf, ()), _FUNCTION, (0.0,), origin)
