"""`(a - b) ** 2` multiplied out, `a * a + b * b - 2 * a * b`: rounding leaves it below 0 where a is nearly b."""

from __future__ import annotations

from collections import Counter

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import constant, essence, name_of, operand
from nanproof.infer.value import Number

_DEEPEST = 8
_SQUARE, _TWICE = 2, 2.0

# The factors of a product, with how often each stands there, and the number that they are multiplied by.
Product = tuple[float, Counter[int]]


def is_expanded_square(evaluator: Evaluator, number: Number) -> bool:
    """Say whether a number is the square of a difference, or of a sum, of two that vary, multiplied out."""
    products = _terms(evaluator, number.term, 1.0, _DEEPEST)
    squares = [(scale, factors) for scale, factors in products if list(factors.values()) == [_SQUARE]]
    mixed = [(scale, factors) for scale, factors in products if list(factors.values()) == [1, 1]]
    if len(products) != len(squares) + len(mixed) or (len(squares), len(mixed)) != (2, 1):
        return False
    squared = {factor for _, factors in squares for factor in factors}
    scales = {scale for scale, _ in squares}
    is_one_scale = len(scales) == 1 and next(iter(scales)) > 0
    return is_one_scale and squared == set(mixed[0][1]) and abs(mixed[0][0]) == _TWICE * next(iter(scales))


def _terms(evaluator: Evaluator, term: int, scale: float, depth: int) -> list[Product]:
    """Return the products that are added up to a term."""
    structure = evaluator.structure(essence(evaluator, term))
    name = name_of(structure) if depth else None
    if name in ("add", "subtract"):
        other = -scale if name == "subtract" else scale
        left = _terms(evaluator, operand(structure), scale, depth - 1)
        return left + _terms(evaluator, operand(structure, "y"), other, depth - 1)
    number, factors = _factors(evaluator, term, _DEEPEST)
    return [(scale * number, factors)]


def _factors(evaluator: Evaluator, term: int, depth: int) -> Product:
    """Return what a term is the product of."""
    value = constant(evaluator, term)
    if value is not None:
        return value, Counter()
    term = essence(evaluator, term)
    structure = evaluator.structure(term)
    match name_of(structure) if depth else None:
        case "multiply":
            one, other = (_factors(evaluator, operand(structure, role), depth - 1) for role in ("x", "y"))
            return one[0] * other[0], one[1] + other[1]
        case "negative":
            number, factors = _factors(evaluator, operand(structure), depth - 1)
            return -number, factors
        case "square":
            number, factors = _factors(evaluator, operand(structure), depth - 1)
            return number * number, factors + factors
        case "pow" if constant(evaluator, operand(structure, "y")) == _SQUARE:
            number, factors = _factors(evaluator, operand(structure), depth - 1)
            return number * number, factors + factors
        case _:
            return 1.0, Counter({term: 1})
