"""Products of matrices none of whose elements is negative: sums of products, 0 where all of a row of a factor is.

So the normalizer of a linear attention, `relu(q) @ relu(k).sum(0)`, is 0 where all of a query is cut off. Ones as a
factor add up the other's rows: of a mask they count what it keeps.
"""

from __future__ import annotations

import math
from dataclasses import replace

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.pairwise import is_of_each_with_each, is_reduced_before
from nanproof.infer.selected import TRUTH
from nanproof.infer.structure import Origin, Roles, last_name, narrowed, producing, uncast
from nanproof.infer.value import Number
from nanproof.infer.vanishing import MASKED, vanishes
from nanproof.infer.whole_rows import zeros_of_rows
from nanproof.values.interval import Interval
from nanproof.values.ranges import Point, Range

# What has an element of its own in each row, however small: no row is 0.
_FULL = frozenset({"simplex", "one-hot", "unit", "diagonal", "paired", "touches one", "touches positive"})
# What is 0 in all of a row at times; an ELU is -1, and a softplus 0, in single elements only.
_OFF = frozenset({"relu", "relu6", "exp", "parameter_from_0"})
_COUNT = "selected_of_row"


def product_with_ones(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return how many of each row a condition keeps: `keep @ ones`."""
    for kept, ones in ((roles["x"], roles["y"]), (roles["y"], roles["x"])):
        if kept.traits >= TRUTH and ones.range.single == 1:
            return producing(evaluator, narrowed(result, 0.0, math.inf, ()), _COUNT, (0.0,), origin)
    return _sum_of_pairs(result, roles)


def _sum_of_pairs(result: Number, roles: Roles) -> Number | None:
    """Return the sum over the features of pairs, `d ** 2 @ ones`: 0 where a row meets itself."""
    pairs, ones = roles["x"], roles["y"]
    if ones.range.single != 1 or pairs.range.interval.low < 0 or not is_of_each_with_each(pairs):
        return None
    if is_reduced_before(pairs):
        return None
    zeros = tuple(each for each in pairs.range.points if each.value == 0)
    summed = narrowed(result, 0.0, math.inf, zeros)
    return replace(summed, made=pairs.made, trace=pairs.trace)


def is_0_at_times(evaluator: Evaluator, number: Number) -> bool:
    """Say whether a product is 0 by what it is of: of a vector with itself, of squares of pairs with weights."""
    made = uncast(number).computation
    if made is None or made.function.name != "matmul" or not made.roles.keys() >= {"x", "y"}:
        return False
    x, y = made.roles["x"], made.roles["y"]
    if x.term == y.term != 0 and not x.traits & MASKED:
        return x.computation is None or vanishes(evaluator, x)
    return x.range.interval.low >= 0 and is_of_each_with_each(x) and not is_reduced_before(x)


def product_with_itself(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return the dot product of a vector with itself: a sum of squares, 0 where all of it is.

    What is no product of vectors for certain, `y @ y`, may be one of matrices, of which only the zeros are known.
    """
    if roles["x"].term != roles["y"].term or not roles["x"].term:
        return None
    found = product_of_rows(evaluator, result, roles, origin)
    if found is not None:
        return found
    is_of_torch = origin.operation is not None and origin.operation.framework.name == "torch"
    is_of_vectors = last_name(origin.operation) == "vdot" or (is_of_torch and last_name(origin.operation) == "dot")
    return narrowed(result, 0.0, math.inf, ()) if is_of_vectors else None


def product_of_rows(_: Evaluator, result: Number, roles: Roles, __: Origin) -> Number | None:
    """Return a product that is 0 where a row of a factor is."""
    factors = (roles["x"], roles["y"])
    if any(each.range.interval.low < 0 or each.range.may_be_nan for each in factors):
        return None
    found = [(each, _zeros(each)) for each in factors if not each.traits & _FULL]
    given = [(each, zeros) for each, zeros in found if zeros]
    if not given:
        return None
    points = tuple(dict.fromkeys(point for _, zeros in given for point in zeros))
    symbols = {symbol for point in points for symbol, _ in point.under}
    made = tuple(dict.fromkeys(one for each, _ in given for one in each.made if one.producer in symbols))
    return replace(result, range=Range(Interval(0.0, math.inf), points), made=made, trace=given[0][0].trace)


def _zeros(number: Number) -> tuple[Point, ...]:
    """Return the points at which all of a row is 0 because what made it is off."""
    off = {each.producer for each in number.made if each.function.name in _OFF}
    return tuple(each for each in zeros_of_rows(number) if any(symbol in off for symbol, _ in each.under))
