"""Norms by hand, vectors of length 1, and their products: within [-1, 1] on paper, and a rounding error beyond."""

from __future__ import annotations

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import (
    Origin,
    Roles,
    essence,
    is_square,
    narrowed,
    operand,
    producing,
    reduced,
    with_trait,
)
from nanproof.infer.value import Number

# A dot product of two vectors of length 1 is above 1 in 6 to 27 % of parallel pairs, by 3.6e-7 at most (FACTS, T8).
COSINE = 1.0000004
COSINE_TAKEN = 1.0000002
_NORMS = frozenset({"norm"})
_SUMS = frozenset({"sum", "mean"})


def over_norm(evaluator: Evaluator, result: Number, roles: Roles, _: Origin) -> Number | None:
    """`x / norm(x)` has length 1, up to rounding, also where the norm is bounded from below."""
    x = essence(evaluator, roles["x"].term)
    if not x or _normed(evaluator, roles["y"].term) != x:
        return None
    return with_trait(narrowed(result, -COSINE, COSINE), "unit")


def _normed(evaluator: Evaluator, term: int) -> int:
    """Return the term whose norm another is, perhaps with an epsilon or a lower bound."""
    structure = evaluator.structure(essence(evaluator, term))
    match structure[0] if structure else None:
        case "norm":
            return essence(evaluator, operand(structure))
        case "add" | "maximum" | "clip":
            return _normed(evaluator, operand(structure)) or _normed(evaluator, operand(structure, "y"))
        case "sqrt":
            return _squared(evaluator, operand(structure))
        case _:
            return 0


def _squared(evaluator: Evaluator, term: int) -> int:
    """Return the term whose sum of squares another is."""
    structure = evaluator.structure(essence(evaluator, term))
    inner = evaluator.structure(essence(evaluator, operand(structure))) if structure and structure[0] == "sum" else ()
    return essence(evaluator, operand(inner)) if inner and inner[0] in ("square", "multiply", "pow") else 0


def norm_by_hand(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """`sqrt(sum(x ** 2))` is a norm: 0 for a vector of zeros, of which nothing is known to keep it away."""
    summed = reduced(evaluator, roles["x"], _SUMS)
    inner = evaluator.structure(essence(evaluator, summed))
    if not summed or roles["x"].range.points or roles["x"].range.interval.low != 0 or not inner:
        return None
    if not is_square(evaluator, summed) and inner[0] not in _SUMS:
        return None
    return producing(evaluator, result, "norm_by_hand", (0.0,), origin)


def product_of_units(_: Evaluator, result: Number, roles: Roles, __: Origin) -> Number | None:
    """Know the elements of a dot product of two vectors of length 1."""
    if not all("unit" in each.traits for each in roles.values()):
        return None
    return with_trait(result, "unit product")


def cosine(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Know a dot product of two vectors of length 1: a cosine, up to a rounding error beyond 1."""
    is_dot = all("unit" in each.traits for each in roles.values()) and len(roles) == 2
    if not is_dot and not any("unit product" in each.traits for each in roles.values()):
        return None
    bounded = narrowed(result, -COSINE, COSINE, ())
    return producing(evaluator, bounded, "cosine_similarity", (COSINE_TAKEN, -COSINE_TAKEN), origin)
