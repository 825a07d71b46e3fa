"""Differences that are never negative on paper, and in floating point are: a variance or a distance from squares.

`E[x^2] - E[x]^2` is below 0 in 19 to 32 % of all cases with a small spread, `|a|^2 + |b|^2 - 2ab` in 26 to 39 % of all
pairs of equal vectors, down to -4.6e-5 (FACTS, T8).
"""

from __future__ import annotations

import math
import re

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.pairwise import ITSELF, without_new_axes
from nanproof.infer.structure import (
    Origin,
    Roles,
    behind,
    constant,
    essence,
    is_square,
    made_by,
    name_of,
    narrowed,
    operand,
    producing,
    summands,
    uncast,
)
from nanproof.infer.value import Computation, Holder, Number
from nanproof.values.interval import Interval

# By how much the difference falls below 0: an epsilon above it helps, one below does not. The error grows with the
# square of the mean: at activations near 11 15 % of all rows are below -1e-5, near 50 27 % (FACTS, T21).
VARIANCE_ERROR = -1.5e-5
DISTANCE_ERROR = -4.6e-5
EIGENVALUE_ERROR = -1e-6
SOME_COVARIANCE = -0.5
_SUMS = frozenset({"sum", "mean", "avg_pool"})
_MEANS = frozenset({"mean", "avg_pool", "divide"})
_AVERAGES = frozenset({"mean", "avg_pool", "weighted_sum"})
_SQUARES = frozenset({"multiply", "square", "pow"})
_SQUARE = 2.0
_PRODUCTS = frozenset({"matmul"})
_COVARIANCES = frozenset({"covariance"})
_SCALES = frozenset({"divide", "same", "cast"})
_TRANSPOSES = re.compile(r"\.(?:m?T|H)\b|\.t\(|transpose|adjoint|swapaxes|permute")
_MOST_OF_IT = 0.99
_MOST = 30  # operations between a distance and the product in it


def cancelling(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Know a variance or a squared distance by hand, and that it falls below 0 by rounding."""
    if any(constant(evaluator, each.term) is not None or each.holder is Holder.PYTHON for each in roles.values()):
        return None
    if not _may_cancel(result):
        return None
    parts = list(summands(evaluator, result.term))
    plus = [without_new_axes(evaluator, term) for sign, term in parts if sign > 0]
    minus = [term for sign, term in parts if sign < 0]
    if len(minus) != 1 or not 1 <= len(plus) <= 3:
        return None
    if len(plus) == 1 and (moments := _moments(evaluator, roles, minus[0])):
        function, values = moments
        return producing(evaluator, result, function, values, origin) if function else None
    if len(plus) == 2:
        is_of_one = _is_of_one(evaluator, roles, minus[0])
        is_of_lengths = is_of_one and all(_is_diagonal(evaluator, each, minus[0]) for each in plus)
        is_of_squares = _is_sum_of_squares(evaluator, plus[0]) and _is_of_products(evaluator, minus[0], plus[0])
        if is_of_lengths or (is_of_one and is_of_squares):
            return producing(evaluator, result, ITSELF, (0.0, DISTANCE_ERROR), origin)
        if is_of_squares:
            return producing(evaluator, result, "distance_by_hand", (DISTANCE_ERROR,), origin)
    squared = _squared(evaluator, minus[0])
    # `p - p ** 2` is a variance too, and exact: what is squared is no mean of squares.
    if len(plus) == 1 and squared not in (0, plus[0]) and _may_be_mean_square(evaluator, plus[0], roles):
        if _is_sum_beside_a_mean(evaluator, plus[0], minus[0]):
            return None
        if _is_part(evaluator, roles.get("y")):
            return narrowed(result, 0.0, math.inf)
        # Something of which nothing is known need not be a mean of squares: only that it may be is known of it.
        values = (0.0, VARIANCE_ERROR) if _is_mean_square(evaluator, plus[0], roles["x"]) else (VARIANCE_ERROR,)
        return producing(evaluator, result, "variance_by_hand", values, origin)
    return None


def correlation(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Know what a covariance is over the spread of both, a correlation or the contrast of an image: never beyond 1.

    The points of both do not say so: where the covariance is largest, the spread is no 0.
    """
    x, y = roles["x"], roles["y"]
    is_covariance = any(each.function.name == "covariance_by_hand" for each in x.made)
    if not is_covariance or y.holder is Holder.PYTHON or y.computation is None or y.range.single is not None:
        return None
    return producing(evaluator, result, "correlation_by_hand", (SOME_COVARIANCE,), origin)


def eigenvalues(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Know that a covariance, or another product by its transpose, has eigenvalues of 0, and below it by rounding."""
    matrix = roles["x"]
    while matrix.computation is not None and matrix.computation.function.name in _SCALES:
        matrix = matrix.computation.roles["x"]
    made = matrix.computation
    if made_by(evaluator, matrix.term) not in _COVARIANCES:
        if made is None or made.function.name not in _PRODUCTS or _TRANSPOSES.search(made.where.text) is None:
            return None
        if not _is_by_itself(evaluator, made):
            return None
    return producing(evaluator, result, "eigenvalues_of_gram", (0.0, EIGENVALUE_ERROR), origin)


def _may_cancel(result: Number) -> bool:
    """Say whether nothing else is known of a difference, or only that it is 0 where a ReLU lets nothing through.

    Of what is bounded, as a sigmoid is, the rounding error is too.
    """
    points = result.range.points
    return not points or (all(each.value >= 0 for each in points) and math.isinf(result.range.interval.high))


def _is_by_itself(evaluator: Evaluator, product: Computation) -> bool:
    """Say whether both factors are one value, transposed or not."""
    one, other = (essence(evaluator, product.roles[role].term) for role in ("x", "y"))
    return one == other != 0


def _is_product(evaluator: Evaluator, term: int) -> bool:
    return made_by(evaluator, term) in _PRODUCTS


def _is_of_products(evaluator: Evaluator, term: int, squares: int) -> bool:
    """Say whether a term is a product of matrices, or a sum of products with what a sum of squares squares."""
    if name_of(evaluator.structure(term)) not in _SUMS:
        return _is_product(evaluator, term)
    product, square = (
        evaluator.structure(essence(evaluator, operand(evaluator.structure(each)))) for each in (term, squares)
    )
    factors = {essence(evaluator, operand(product, role)) for role in ("x", "y")}
    is_of_two = name_of(product) == "multiply" and len(factors) == 2
    return is_of_two and essence(evaluator, operand(square)) in factors


def _is_part(evaluator: Evaluator, taken: Number | None) -> bool:
    """Say whether only a part of something is taken away, `0.85 * x.mean() ** 2`: what is left is not below 0."""
    match taken:
        case Number(computation=Computation() as made) if made.function.name == "multiply":
            known = (constant(evaluator, each.term) for each in made.roles.values())
            return any(each is not None and 0 <= each <= _MOST_OF_IT for each in known)
        case _:
            return False


def _is_of_one(evaluator: Evaluator, roles: Roles, product: int) -> bool:
    """Say whether a product of matrices, from which something is computed, is one of a matrix by itself."""
    for known in behind(roles.values(), _MOST):
        made = known.computation
        if made is not None and made.function.name in _PRODUCTS and essence(evaluator, known.term) == product:
            return _is_by_itself(evaluator, made)
    return False


def _is_sum_of_squares(evaluator: Evaluator, term: int) -> bool:
    structure = evaluator.structure(term)
    return name_of(structure) in _SUMS and is_square(evaluator, operand(structure))


def _is_diagonal(evaluator: Evaluator, term: int, product: int) -> bool:
    """Say whether a term is the diagonal of a product, which holds the squared lengths: `diag_part(x @ x.T)`."""
    structure = evaluator.structure(term)
    is_diagonal = name_of(structure) == "diagonal_matrix"
    return (essence(evaluator, operand(structure)) if is_diagonal else term) == product


def _is_sum_beside_a_mean(evaluator: Evaluator, squares: int, square: int) -> bool:
    """Say whether a sum of squares loses the square of a mean, which is far smaller: their number is missing."""
    base = evaluator.structure(essence(evaluator, operand(evaluator.structure(square))))
    return name_of(evaluator.structure(squares)) == "sum" and name_of(base) in _MEANS


def _moments(evaluator: Evaluator, roles: Roles, minus: int) -> tuple[str, tuple[float, ...]] | None:
    """Return what a difference is by the averages in it, and what it takes; nothing of a sum that loses another one."""
    variance = "variance_by_hand", (0.0, VARIANCE_ERROR)
    if summed := _squares_times_a_number(evaluator, roles["x"]):
        total = evaluator.structure(_squared(evaluator, minus))
        is_its_own = name_of(total) == "sum" and essence(evaluator, operand(total)) == summed
        return variance if is_its_own else ("", ())
    factors = _averaged_together(evaluator, roles)
    if not factors:
        return None
    return ("covariance_by_hand", (SOME_COVARIANCE,)) if len(factors) == 2 else variance


def _squares_times_a_number(evaluator: Evaluator, whole: Number) -> int:
    """Return the term whose squares are summed and multiplied, as in `n * sum(x ** 2)`; 0 for none."""
    made = whole.computation
    if made is None or made.function.name != "multiply":
        return 0
    sums = [each for each in (essence(evaluator, each.term) for each in made.roles.values()) if each]
    squares = (operand(evaluator.structure(each)) for each in sums if _is_sum_of_squares(evaluator, each))
    return next((_squared(evaluator, each) for each in squares), 0)


def _squared(evaluator: Evaluator, term: int) -> int:
    """Return the term that another is the square of, 0 where it is none."""
    squared = operand(evaluator.structure(essence(evaluator, term))) if is_square(evaluator, term) else 0
    return essence(evaluator, squared) if squared else 0


def _averaged_together(evaluator: Evaluator, roles: Roles) -> set[int]:
    """Return the terms of two whose product is averaged, less the product of both averages: `E[x * y] - E[x] * E[y]`.

    One term, where they are one: a variance. None where something else is computed.
    """
    whole, means = _average(roles["x"]), _multiplied(roles["y"])
    product = _multiplied(whole.roles["x"]) if whole is not None else None
    if product is None or means is None:
        return set()
    averages = [whole, *map(_average, _factors(evaluator, means))]
    multiplied = {essence(evaluator, each.term) for each in _factors(evaluator, product)}
    are_alike = len({_kind(evaluator, each) for each in averages}) == 1
    averaged = {essence(evaluator, each.roles["x"].term) for each in averages[1:] if each is not None}
    return averaged if are_alike and averaged == multiplied and 0 not in averaged else set()


def _multiplied(number: Number) -> Computation | None:
    """Return the computation of a product or of a power; None of what is neither."""
    made = uncast(number).computation
    return made if made is not None and made.function.name in _SQUARES else None


def _average(number: Number) -> Computation | None:
    """Return the computation of an average, or of a sum with weights as a filter is; None of what is neither."""
    made = uncast(number).computation
    return made if made is not None and made.function.name in _AVERAGES else None


def _factors(evaluator: Evaluator, product: Computation) -> list[Number]:
    """Return what is multiplied by a product or a square; nothing of another power."""
    if product.function.name == "pow" and constant(evaluator, product.roles["y"].term) != _SQUARE:
        return []
    return [product.roles["x"]] if product.function.name != "multiply" else [product.roles[each] for each in ("x", "y")]


def _kind(evaluator: Evaluator, average: Computation | None) -> tuple[str, int]:
    """Return how an average is made, and the term of its weights; 0 for none."""
    if average is None:
        return "", 0
    return average.function.name, essence(evaluator, average.roles["y"].term) if "y" in average.roles else 0


def _is_share_of_squares(evaluator: Evaluator, number: Number) -> bool:
    """Say whether a number is a sum of squares, divided by their number: `(x ** 2).sum(0) / x.shape[0]`."""
    made = number.computation
    summed = made.roles.get("x") if made is not None and made.function.name == "divide" else None
    return summed is not None and _is_sum_of_squares(evaluator, essence(evaluator, summed.term))


def _is_mean_square(evaluator: Evaluator, term: int, whole: Number) -> bool:
    return _is_sum_of_squares(evaluator, term) or _is_share_of_squares(evaluator, whole)


def _may_be_mean_square(evaluator: Evaluator, term: int, roles: Roles) -> bool:
    """Say whether a term is a mean of squares, or something of which nothing is known: a running mean of them."""
    if _is_mean_square(evaluator, term, roles["x"]):
        return True
    known = [each.range.interval for each in roles.values() if essence(evaluator, each.term) == term]
    is_known = not known or known[0] not in (Interval(-math.inf, math.inf), Interval(0.0, math.inf))
    return not is_known and not is_square(evaluator, term) and made_by(evaluator, term) is None
