"""Overlaps of two sets, as losses compute them: Dice, intersection over union, Tversky's index.

`2 * (p * t).sum() / (p.sum() + t.sum())` is 1 where both are the same, and `hits / (hits + missed + false)` where
nothing is missed: what remains of 1 is 0 there.
"""

from __future__ import annotations

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import constant, essence, operand, summands, uncast
from nanproof.infer.value import Number

_SUMS = frozenset({"sum", "mean"})


def is_rest_of_an_overlap(evaluator: Evaluator, number: Number) -> bool:
    """Say whether a number is 1 less an overlap, with what smoothes both sides of its quotient or without."""
    rest = uncast(number).computation
    if rest is None or rest.function.name != "subtract" or rest.roles["x"].range.single != 1:
        return False
    quotient = uncast(rest.roles["y"]).computation
    if quotient is None or quotient.function.name != "divide":
        return False
    part, whole = quotient.roles["x"], quotient.roles["y"]
    return is_overlap(evaluator, part, whole) or _is_part(evaluator, part, whole)


def _is_part(evaluator: Evaluator, part: Number, whole: Number) -> bool:
    """Say whether all terms of a sum are terms of another one."""
    terms, others = (list(summands(evaluator, each.term)) for each in (part, whole))
    is_named = any(term and constant(evaluator, term) is None for _, term in terms)
    return is_named and all(each in others for each in terms)


def is_overlap(evaluator: Evaluator, dividend: Number, divisor: Number) -> bool:
    """Say whether a sum of products is divided by sums of its factors: Dice, intersection over union."""
    factors = factors_of_sum(evaluator, dividend)
    summed = {
        each for sign, term in summands(evaluator, divisor.term) if sign > 0 for each in _all_summed(evaluator, term)
    }
    return bool(factors & summed)


def _all_summed(evaluator: Evaluator, term: int) -> set[int]:
    """Return the terms that are summed: of `(p + t - p * t).sum()` each one alone."""
    inner = summed_by(evaluator, term)
    return {inner, *(each for sign, each in summands(evaluator, inner) if sign > 0)} if inner else set()


def factors_of_sum(evaluator: Evaluator, dividend: Number) -> set[int]:
    """Return the terms that are multiplied in the first term of a sum that is the sum of a product."""
    for _, term in summands(evaluator, dividend.term):
        if factors := factors_of(evaluator, summed_by(evaluator, term)):
            return factors
    return set()


def factors_of(evaluator: Evaluator, term: int) -> set[int]:
    """Return the terms that are multiplied in a product of two."""
    structure = evaluator.structure(essence(evaluator, term))
    if not structure or structure[0] != "multiply":
        return set()
    return {essence(evaluator, operand(structure, role)) for role in ("x", "y")}


def summed_by(evaluator: Evaluator, term: int) -> int:
    """Return the term that another is the sum of, 0 where it is none."""
    structure = evaluator.structure(essence(evaluator, term))
    return essence(evaluator, operand(structure)) if structure and structure[0] in _SUMS else 0
