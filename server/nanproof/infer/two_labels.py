"""What labels of 0 and 1 pick of a probability and its rest, `p * t + (1 - p) * (1 - t)`: that of the true class.

It takes whatever the two take: 1 where the prediction is exactly right, and 0 where it is exactly wrong.
"""

from __future__ import annotations

from dataclasses import replace

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import Origin, Roles, constant, essence, narrowed, operand
from nanproof.infer.value import Number
from nanproof.values.ranges import thinned


def picked_of_two(evaluator: Evaluator, result: Number, roles: Roles, _: Origin) -> Number | None:
    """Return the probability of the true one of two classes, chosen by products with a label and its rest."""
    first, second = (_factors(roles[role]) for role in ("x", "y"))
    if len(first) != 2 or len(second) != 2:
        return None
    sides = ((*each, *other) for each in (first, first[::-1]) for other in (second, second[::-1]))
    for probability, label, rest, other in sides:
        if not label.range.is_unknown and not other.range.is_unknown:
            continue
        if not all(map(_is_probability, (probability, rest))):
            continue
        if _are_rests(evaluator, probability, rest) and _are_rests(evaluator, label, other):
            points = thinned((*probability.range.points, *rest.range.points))
            made = probability if probability.made else rest
            known = [each.range.interval for each in (probability, rest)]
            bounded = narrowed(result, min(each.low for each in known), max(each.high for each in known), points)
            return replace(bounded, made=made.made, trace=made.trace)
    return None


def _factors(product: Number) -> tuple[Number, ...]:
    made = product.computation
    return (made.roles["x"], made.roles["y"]) if made is not None and made.function.name == "multiply" else ()


def _is_probability(number: Number) -> bool:
    known = number.range.interval
    return known.low >= 0 and known.high <= 1 and bool(number.range.points)


def _are_rests(evaluator: Evaluator, one: Number, other: Number) -> bool:
    """Say whether one of two numbers is 1 less the other."""
    return _is_rest_of(evaluator, one, other) or _is_rest_of(evaluator, other, one)


def _is_rest_of(evaluator: Evaluator, rest: Number, whole: Number) -> bool:
    structure = evaluator.structure(essence(evaluator, rest.term))
    if structure[:1] != ("subtract",) or constant(evaluator, operand(structure)) != 1:
        return False
    return essence(evaluator, operand(structure, "y")) == essence(evaluator, whole.term) != 0
