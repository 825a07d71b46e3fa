"""Norms by hand, vectors of length 1, and their products: within [-1, 1] on paper, and a rounding error beyond."""

from __future__ import annotations

import math
from dataclasses import replace

from nanproof.infer.drawn import is_drawn
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import (
    Origin,
    Roles,
    beside,
    essence,
    is_square,
    narrowed,
    operand,
    producing,
    reduced,
    with_trait,
)
from nanproof.infer.value import Number
from nanproof.infer.vanishing import THROUGH_0
from nanproof.values.interval import Interval
from nanproof.values.ranges import Range

# A dot product of two vectors of length 1 is above 1 in 6 to 27 % of parallel pairs, by 3.6e-7 at most (FACTS, T8).
COSINE = 1.0000004
COSINE_TAKEN = 1.0000002
_NORMS = frozenset({"norm"})
_SUMS = frozenset({"sum", "mean"})
_FLOORS = frozenset({"add", "maximum", "clip"})
_CEILING = "high"  # what is cut off there is divided by less than its length
_ROOT = 0.5
_SQUARES = frozenset({"square", "multiply", "pow", "integer_pow"})
_THROUGH = _SQUARES | _SUMS | {"same", "cast"}
_OUTPUTS = frozenset({"gated", "linear", "matmul"})


def over_norm(evaluator: Evaluator, result: Number, roles: Roles, _: Origin) -> Number | None:
    """`x / norm(x)` has length 1, up to rounding, also where the norm is bounded from below."""
    x = essence(evaluator, roles["x"].term)
    if not x or _normed(evaluator, roles["y"].term) != x:
        return None
    return with_trait(narrowed(result, -COSINE, COSINE), "unit")


def root_of_simplex(_: Evaluator, result: Number, roles: Roles, __: Origin) -> Number | None:
    """`sqrt(p)` of what sums to 1 has length 1, or hardly more: the fidelity of two distributions is a cosine."""
    x = roles["x"]
    if x.computation is not None and x.computation.function.name in _FLOORS:
        x = x.computation.roles["x"]
    return with_trait(result, "unit") if "simplex" in x.traits else None


def _normed(evaluator: Evaluator, term: int) -> int:
    """Return the term whose norm another is, perhaps with an epsilon or a lower bound."""
    structure = evaluator.structure(essence(evaluator, term))
    match structure[0] if structure else None:
        case "norm":
            return essence(evaluator, operand(structure))
        case name if name in _FLOORS and not operand(structure, _CEILING):
            return _normed(evaluator, operand(structure)) or _normed(evaluator, operand(structure, "y"))
        case "sqrt":
            return _squared(evaluator, operand(structure))
        case _:
            return 0


def _squared(evaluator: Evaluator, term: int) -> int:
    """Return the term whose sum of squares another is, perhaps with an epsilon or a lower bound."""
    structure = evaluator.structure(essence(evaluator, term))
    if structure and structure[0] in _FLOORS and not operand(structure, _CEILING):
        sides = (operand(structure), operand(structure, "y"))
        return next((found for each in sides if (found := _squared(evaluator, each))), 0)
    inner = evaluator.structure(essence(evaluator, operand(structure))) if structure[:1] == ("sum",) else ()
    return essence(evaluator, operand(inner)) if inner and inner[0] in ("square", "multiply", "pow") else 0


def norm_by_hand(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """`sqrt(sum(x ** 2))` is a norm: 0 for a vector of zeros, of which nothing is known to keep it away.

    So is `sqrt(dx ** 2 + dy ** 2)`, and `sqrt(sum(x ** 2) * sum(y ** 2))` is a product of two.
    """
    squares = roles["x"]
    taken = {point.value for point in squares.range.points}
    if 0.0 in taken or squares.range.interval.low != 0 or is_drawn(squares):
        return None
    summed = reduced(evaluator, squares, _SUMS)
    inner = evaluator.structure(essence(evaluator, summed))
    is_reduced = bool(summed) and (is_square(evaluator, summed) or inner[0] in _SUMS)
    if all(_factors_of_squares(evaluator, squares.term)):
        return producing(evaluator, result, "norms_by_hand", (0.0,), origin)
    if not is_reduced and not _is_sum_of_two(evaluator, squares):
        return None
    if taken:
        # Other values are known, too.
        is_known = _is_of_outputs(squares)
        return beside(result, producing(evaluator, result, "norm_of_outputs", (0.0,), origin)) if is_known else None
    return producing(evaluator, result, "norm_by_hand" if is_reduced else "length_by_hand", (0.0,), origin)


def _is_of_outputs(squares: Number) -> bool:
    """Say whether squares of outputs are summed, as they are: no shares of something, no weights, no differences."""
    made = squares.computation
    while made is not None and made.function.name in _THROUGH:
        number = made.roles["x"]
        if made.function.name in _SQUARES:
            return _is_output(number)
        made = number.computation
    return False


def norm_of_outputs(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """`norm(tanh(linear(x)))` is 0 where the outputs are, as that of the outputs without an activation is."""
    outputs = roles["x"]
    is_activated = outputs.direct is not None and outputs.direct.function.name in THROUGH_0
    is_told = any(each.value == 0 for each in (*outputs.range.points, *result.range.points))
    if not is_activated or is_told or not outputs.range.interval.contains(0.0) or not outputs.range.points:
        return None
    return beside(result, producing(evaluator, result, "norm_of_outputs", (0.0,), origin))


def _is_output(number: Number) -> bool:
    """Say whether a number is an output as it was made, or may be one, or is put together from several.

    Or one that went through an activation which leaves 0 where it is: a tanh, an ELU.
    """
    made = (number.direct,) if number.direct is not None else number.made if number.computation is None else ()
    return any(each.function.transfer in _OUTPUTS or each.function.name in THROUGH_0 for each in made)


def _factors_of_squares(evaluator: Evaluator, term: int) -> tuple[int, int]:
    """Return the two terms whose sums of squares are multiplied, 0 for what is no such sum."""
    product = evaluator.structure(essence(evaluator, term))
    factors = [operand(product, role) if product[:1] == ("multiply",) else 0 for role in ("x", "y")]
    return _sum_squared(evaluator, factors[0]), _sum_squared(evaluator, factors[1])


def _sum_squared(evaluator: Evaluator, term: int) -> int:
    structure = evaluator.structure(essence(evaluator, term))
    summed = operand(structure)
    if not structure or structure[0] not in _SUMS or not is_square(evaluator, summed):
        return 0
    return essence(evaluator, operand(evaluator.structure(essence(evaluator, summed))))


def _is_sum_of_two(evaluator: Evaluator, squares: Number) -> bool:
    structure = evaluator.structure(essence(evaluator, squares.term))
    return bool(structure) and structure[0] == "add" and is_square(evaluator, squares.term)


def power_by_hand(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """`sum(x ** 2) ** 0.5` is a norm as well."""
    return norm_by_hand(evaluator, result, roles, origin) if roles["y"].range.single == _ROOT else None


def product_of_units(_: Evaluator, result: Number, roles: Roles, __: Origin) -> Number | None:
    """Know the elements of a dot product of two vectors of length 1."""
    if not all("unit" in each.traits for each in roles.values()):
        return None
    return with_trait(result, "unit product")


def cosine_by_hand(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Know a cosine that is written out, `(a * b).sum() / (norm(a) * norm(b))`, in whichever order it is divided."""
    dividend, norms = roles["x"], _normed_factors(evaluator, roles["y"])
    made = dividend.computation
    if made is not None and made.function.name == "divide":
        dividend, norms = made.roles["x"], norms + _normed_factors(evaluator, made.roles["y"])
    dotted = _dotted(dividend)
    factors = [essence(evaluator, each.term) for each in dotted]
    if 0 in norms or sorted(norms) != sorted(factors):
        return None
    bounded = narrowed(result, -COSINE, COSINE, ())
    if _are_drawn_apart(*dotted):
        return bounded
    return producing(evaluator, bounded, "cosine_similarity", (COSINE_TAKEN, -COSINE_TAKEN), origin)


def _normed_factors(evaluator: Evaluator, divisor: Number) -> list[int]:
    """Return the terms whose norms a divisor is the product of, perhaps with an epsilon or a lower bound."""
    made = divisor.computation
    if made is not None and made.function.name in _FLOORS and _CEILING not in made.roles:
        inner = [each for each in made.roles.values() if each.range.single is None]
        is_above = all(each.range.interval.low >= 0 for each in made.roles.values())
        if len(inner) == 1 and is_above:
            return _normed_factors(evaluator, inner[0])
    if made is not None and made.function.name == "multiply":
        return [_normed(evaluator, made.roles[role].term) for role in ("x", "y")]
    if (
        made is not None
        and made.function.name == "sqrt"
        and all(both := _factors_of_squares(evaluator, made.roles["x"].term))
    ):
        return [*both]
    return [_normed(evaluator, divisor.term)]


def _dotted(product: Number) -> list[Number]:
    """Return the two vectors whose dot product a number is."""
    made = product.computation
    while made is not None and made.function.name in ("same", "sum"):
        is_sum = made.function.name == "sum"
        if is_sum and (factors := _multiplied(made.roles["x"])):
            return factors
        made = made.roles["x"].computation
    if made is None or made.function.name != "matmul":
        return []
    return [made.roles[role] for role in ("x", "y")]


def _multiplied(product: Number) -> list[Number]:
    """Return the two factors of a product, none where it is no product."""
    made = product.computation
    return [made.roles[role] for role in ("x", "y")] if made is not None and made.function.name == "multiply" else []


def between_draws(_: Evaluator, result: Number, roles: Roles, __: Origin) -> Number | None:
    """Know that no rounding takes the cosine of two vectors past 1 that were drawn, and so are hardly ever parallel."""
    vectors = [roles[role] for role in ("x", "y") if role in roles]
    return narrowed(result, -COSINE, COSINE, ()) if _are_drawn_apart(*vectors) else None


def length_between_units(_: Evaluator, result: Number, roles: Roles, __: Origin) -> Number | None:
    """Know that two vectors of length 1 are at most 2 apart: `pdist(unit)`, `norm(a_unit - b_unit)`."""
    made = roles["x"].computation
    if made is not None and made.function.name == "subtract":
        roles = made.roles
    ends = (roles[each] for each in ("x", "y") if each in roles)
    return narrowed(result, 0.0, 2 * COSINE) if all("unit" in each.traits for each in ends) else None


def _are_drawn_apart(*vectors: Number) -> bool:
    """Say whether two vectors are drawn at random, each for itself."""
    if len(vectors) != 2 or not all(is_drawn(each) for each in vectors):
        return False
    x, y = vectors
    return {each.producer for each in x.made}.isdisjoint(each.producer for each in y.made)


def cosine(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Know a dot product of two vectors of length 1: a cosine, up to a rounding error beyond 1."""
    lengths = [_length(each) for each in roles.values()]
    is_dot = len(lengths) == 2 and all(lengths)
    if not is_dot and not any("unit product" in each.traits for each in roles.values()):
        return None
    bounded = narrowed(result, -COSINE, COSINE, ())
    if _are_drawn_apart(*(roles.values() if is_dot else _multiplied(roles["x"]))):
        return bounded
    found = producing(evaluator, bounded, "cosine_similarity", (COSINE_TAKEN, -COSINE_TAKEN), origin)
    return _scaled(found, math.prod(lengths)) if is_dot else found


def _length(number: Number) -> float:
    """Return the length of vectors of one length, negative where they are turned round; 0 where it is not known."""
    if "unit" in number.traits:
        return 1.0
    made = number.computation
    if made is None or "x" not in made.roles:
        return 0.0
    x, y = made.roles["x"], made.roles.get("y")
    by = (y.range.single if y is not None else None) or 0.0
    match made.function.name:
        case "negative":
            return -_length(x)
        case "same" | "cast":
            return _length(x)
        case "multiply" if y is not None:
            return _length(x) * by or _length(y) * (x.range.single or 0.0)
        case "divide" if by:
            return _length(x) / by
        case _:
            return 0.0


def _scaled(cosine: Number, by: float) -> Number:
    """Return a cosine times a constant: `2 * unit @ other.T`."""
    if by == 1:
        return cosine
    points = tuple(point.at(by * point.value) for point in cosine.range.points)
    bound = abs(by) * COSINE
    return replace(cosine, range=Range(Interval(-bound, bound), points, cosine.range.may_be_nan), direct=None)


def not_all_opposite(_: Evaluator, result: Number, roles: Roles, __: Origin) -> Number | None:
    """Know that no sum is 0 because all cosines in it are -1: one vector is opposite to others, not to all at once."""
    cosines = {each.producer for each in roles["x"].made if each.function.name == "cosine_similarity"}
    opposite = {(producer, -COSINE_TAKEN) for producer in cosines}
    points = tuple(each for each in result.range.points if each.value != 0 or opposite.isdisjoint(each.under))
    return replace(result, range=replace(result.range, points=points)) if cosines else None
