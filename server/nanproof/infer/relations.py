"""What is known of a result because its operands belong together: `x / sum(x)`, `x * x`, `exp(x - max(x))`.

Interval arithmetic looks at each operand alone. Here the structure of the operands' terms is compared, and what
follows from it narrows the interval and sets the points.
"""

from __future__ import annotations

import math
from dataclasses import replace

from nanproof.catalog.model import Function
from nanproof.infer.by_hand import sigmoid_by_hand, softmax_by_hand, softplus_by_hand, tanh_by_hand
from nanproof.infer.cancellation import cancelling, correlation, eigenvalues
from nanproof.infer.deviations import deviation_by_hand
from nanproof.infer.drawn import is_drawn
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.extremes import between_extremes, minus_extreme, of_all_spreads
from nanproof.infer.inverse_of_unique import of_all_that_occur, of_segments_that_occur
from nanproof.infer.joint_shares import product_of_softmaxes, sum_of_joint_shares
from nanproof.infer.labels import picked_by_labels
from nanproof.infer.minimal_images import minimal_image
from nanproof.infer.one_hot import of_classes, of_whole_vectors
from nanproof.infer.own_elements import minus_own_element
from nanproof.infer.padded_rows import norm_of_padding, root_of_padding
from nanproof.infer.pairwise import (
    LENGTH,
    TO_EACH,
    is_of_each_with_each,
    is_reduced_before,
    of_all_pairs,
)
from nanproof.infer.parted import difference_of_parts, pairs
from nanproof.infer.products import product_of_rows, product_with_itself, product_with_ones
from nanproof.infer.rising import difference_of_rising
from nanproof.infer.selected import (
    counted,
    goes_along_axis,
    of_itself,
    of_segments,
    picked,
    scattered,
    share,
    spread_of_outcomes,
)
from nanproof.infer.selected_outputs import counted_of_outputs
from nanproof.infer.shares import of_all_logarithms, of_each_class, running_sum
from nanproof.infer.structure import (
    Origin,
    Relation,
    Roles,
    essence,
    last_name,
    narrowed,
    producing,
    reduced,
    with_trait,
)
from nanproof.infer.taken_by import beside_moved, product_with_moved
from nanproof.infer.touching import exp_of_touching, product_of_touching, sum_of_touching
from nanproof.infer.two_labels import picked_of_two
from nanproof.infer.unit_vectors import (
    between_draws,
    cosine,
    cosine_by_hand,
    length_between_units,
    norm_by_hand,
    norm_of_outputs,
    not_all_opposite,
    over_norm,
    power_by_hand,
    product_of_units,
    root_of_simplex,
)
from nanproof.infer.value import Holder, Number
from nanproof.infer.whole_rows import norm_of_shares, without_shares

_SUM = frozenset({"sum"})


def related(evaluator: Evaluator, result: Number, function: Function, roles: Roles, origin: Origin) -> Number:
    """Return a result narrowed by what relates its operands."""
    if not all(role in roles for role in _NEEDS.get(function.name, ())):
        return result
    for relation in _RELATIONS.get(function.name, ()):
        found = relation(evaluator, result, roles, origin)
        if found is not None:
            return found
    return result


def _of_draws(_: Evaluator, result: Number, roles: Roles, __: Origin) -> Number | None:
    """Know that the length and the deviation of random numbers are not 0, as they are not all equal."""
    return replace(result, range=replace(result.range, points=()), made=()) if is_drawn(roles["x"]) else None


def _of_zeros(name: str, makers: frozenset[str]) -> Relation:
    """Return a relation: where all elements that some functions make are 0 at once, so is their length or deviation."""

    def relation(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
        x = roles["x"]
        others = {each.producer for each in x.made if each.function.name not in makers}
        zeros = (point for point in x.range.points if point.value == 0 and point.under)
        is_zero = any(others.isdisjoint(dict(point.under)) for point in zeros)
        return producing(evaluator, result, name, (0.0,), origin) if is_zero else None

    return relation


def _over_sum(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """`x / sum(x)` of what is never negative lies in [0, 1] and sums to 1: a softmax by hand."""
    x, y = roles["x"], roles["y"]
    if not x.term or x.range.interval.low < 0 or reduced(evaluator, y, _SUM) != x.term:
        return None
    zero = tuple(point for point in x.range.points if point.value == 0)
    share = with_trait(narrowed(result, 0.0, 1.0, zero), "simplex")
    if (by_hand := softmax_by_hand(evaluator, share, x, origin)) is not None:
        return by_hand
    is_told = bool(result.made) or not zero
    return share if is_told else replace(share, made=x.made, trace=x.trace)


def _zero_over_count(_: Evaluator, result: Number, roles: Roles, __: Origin) -> Number | None:
    """Know that 0 divided by a length, which is 0 for nothing only, is 0."""
    x, y = roles["x"], roles["y"]
    if y.holder is not Holder.PYTHON or y.range.points:
        return None
    zeros = tuple(point for point in x.range.points if point.value == 0)
    return replace(result, range=replace(result.range, points=zeros), made=x.made, trace=x.trace) if zeros else None


def _times_itself(evaluator: Evaluator, result: Number, roles: Roles, _: Origin) -> Number | None:
    """`x * x` is never negative."""
    x = essence(evaluator, roles["x"].term)
    if not x or x != essence(evaluator, roles["y"].term):
        return None
    return narrowed(result, 0.0, math.inf)


def _without_dropping(_: Evaluator, __: Number, roles: Roles, ___: Origin) -> Number | None:
    """Know that a dropout gives what it is given where its rate is 0, as it is where nobody passes another one."""
    rate = roles.get("rate")
    taken = rate.range.points if rate is not None else ()
    return roles["x"] if taken and all(each.value == 0 and not each.under for each in taken) else None


def _of_all_pairs(_: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Know that what is added up of each compared with each is 0 only where all are alike: not on a diagonal alone."""
    whole = not goes_along_axis(origin.where, origin.operation)
    return of_all_pairs(result, roles["x"]) if whole or is_reduced_before(roles["x"]) else None


def _norm_of_pairs(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return how far each is from each, `norm(x[:, None] - x[None], axis=-1)`: 0 from itself."""
    if not is_of_each_with_each(roles["x"]) or not goes_along_axis(origin.where, origin.operation):
        return None
    return producing(evaluator, result, LENGTH, (0.0,), origin)


def _distance_to_itself(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return how far each row is from each of the same ones, `cdist(x, x)`: 0 from itself."""
    x, y = (essence(evaluator, roles[role].term) for role in ("x", "y"))
    if not x or x != y or last_name(origin.operation) not in TO_EACH:
        return None
    known = length_between_units(evaluator, result, roles, origin) or result
    return producing(evaluator, known, LENGTH, (0.0,), origin)


def _quadratic(evaluator: Evaluator, result: Number, roles: Roles, _: Origin) -> Number | None:
    """Know nothing of `x @ x.T`, whose diagonal is never negative, and of `x @ m @ x`, as variances are computed."""
    x, y = roles["x"], roles["y"]
    product = x.computation
    inner = product.roles.get("x") if product is not None and product.function.name == "matmul" else None
    last = essence(evaluator, y.term)
    if not last or last not in (essence(evaluator, each.term) for each in (x, inner) if each is not None):
        return None
    return replace(result, range=replace(result.range, points=()), made=())


_FROM_0 = frozenset({"parameter_from_0"})
_OFF = frozenset({"relu", "relu6", *_FROM_0})
_RELATIONS: dict[str, tuple[Relation, ...]] = {
    "add": (picked_of_two, beside_moved, cancelling),
    "subtract": (
        minus_extreme,
        minus_own_element,
        pairs,
        minimal_image,
        difference_of_parts,
        difference_of_rising,
        cancelling,
    ),
    "eigenvalues": (eigenvalues,),
    "divide": (
        _over_sum,
        sigmoid_by_hand,
        tanh_by_hand,
        between_extremes,
        over_norm,
        cosine_by_hand,
        correlation,
        _zero_over_count,
    ),
    "log": (softplus_by_hand,),
    "multiply": (_times_itself, product_of_units, picked_by_labels, product_of_touching),
    "matmul": (
        product_with_moved,
        cosine,
        product_with_itself,
        _quadratic,
        product_of_softmaxes,
        product_with_ones,
        product_of_rows,
    ),
    "weighted_sum": (product_with_moved,),
    "cosine_similarity": (between_draws,),
    "dropout": (_without_dropping,),
    "exp": (exp_of_touching,),
    "sqrt": (root_of_padding, norm_by_hand, root_of_simplex, deviation_by_hand),
    "pow": (power_by_hand, deviation_by_hand),
    "sum": (
        sum_of_touching,
        of_whole_vectors,
        of_classes,
        of_each_class,
        of_all_spreads,
        counted_of_outputs,
        counted,
        cosine,
        not_all_opposite,
        of_all_logarithms,
        sum_of_joint_shares,
        without_shares,
        _of_all_pairs,
    ),
    "cumsum": (running_sum,),
    "segment_sum": (of_segments_that_occur, of_segments),
    "mean": (
        of_whole_vectors,
        of_each_class,
        of_all_spreads,
        share,
        of_all_logarithms,
        sum_of_joint_shares,
        without_shares,
        _of_all_pairs,
    ),
    "max": (of_all_spreads, without_shares),
    "comparison": (of_itself,),
    "scatter_add": (of_segments_that_occur, scattered),
    "norm": (
        norm_of_padding,
        _norm_of_pairs,
        of_all_spreads,
        norm_of_shares,
        _of_draws,
        _of_zeros("norm_from_0", _FROM_0),
        norm_of_outputs,
        length_between_units,
    ),
    "distance": (_distance_to_itself, length_between_units),
    "std": (_of_draws, spread_of_outcomes("std_of_outcomes"), _of_zeros("std_of_off", _OFF)),
    "std_of_all": (_of_draws, spread_of_outcomes("std_of_outcomes")),
    "var": (_of_draws, spread_of_outcomes("var_of_outcomes"), _of_zeros("var_of_off", _OFF)),
    "same": (picked,),
    "tally": (of_all_that_occur,),
}
_NEEDS = {
    "eigenvalues": ("x",),
    "mean": ("x",),
    "max": ("x",),
    "norm": ("x",),
    "distance": ("x", "y"),
    "std": ("x",),
    "std_of_all": ("x",),
    "var": ("x",),
    "add": ("x", "y"),
    "matmul": ("x", "y"),
    "subtract": ("x", "y"),
    "sqrt": ("x",),
    "pow": ("x", "y"),
    "divide": ("x", "y"),
    "dropout": ("x",),
    "log": ("x",),
    "multiply": ("x", "y"),
    "exp": ("x",),
    "sum": ("x",),
    "cumsum": ("x",),
    "segment_sum": ("x",),
    "scatter_add": ("x", "y"),
}
