"""What is known of a result because its operands belong together: `x - max(x)`, `x / sum(x)`, `x * x`.

Interval arithmetic looks at each operand alone. Here the structure of the operands' terms is compared, and what
follows from it narrows the interval and sets the points.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from nanproof.catalog.model import Function
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.value import Made, Number, Producer
from nanproof.source.place import Place
from nanproof.values.interval import Interval, shown
from nanproof.values.ranges import Point, Range

Roles = Mapping[str, Number]
Relation = Callable[[Evaluator, Number, Roles, "Origin"], Number | None]


@dataclass(frozen=True, slots=True)
class Origin:
    """The evaluation that a relation is looked for in."""

    producer: Producer
    where: Place


def related(evaluator: Evaluator, result: Number, function: Function, roles: Roles, origin: Origin) -> Number:
    """Return a result narrowed by what relates its operands."""
    if not all(role in roles for role in _NEEDS.get(function.name, ())):
        return result
    for relation in _RELATIONS.get(function.name, ()):
        found = relation(evaluator, result, roles, origin)
        if found is not None:
            return found
    return result


def _reduced(evaluator: Evaluator, number: Number, names: tuple[str, ...]) -> int:
    """Return the term whose reduction a number is, whatever its shape was made since; 0 where it is none."""
    structure = evaluator.structure(number.term)
    while structure and structure[0] in ("same", "cast"):
        structure = _operand_structure(evaluator, structure)
    if not structure or structure[0] not in names:
        return 0
    return _operand(structure)


def _operand(structure: tuple[object, ...]) -> int:
    operands = structure[1] if len(structure) > 1 and isinstance(structure[1], tuple) else ()
    return next((term for role, term in operands if role == "x"), 0)


def _operand_structure(evaluator: Evaluator, structure: tuple[object, ...]) -> tuple[object, ...]:
    return evaluator.structure(_operand(structure))


def _narrowed(number: Number, low: float, high: float, points: tuple[Point, ...] | None = None) -> Number:
    interval = number.range.interval.meet(Interval(low, high)) or Interval(low, high)
    kept = tuple(point for point in number.range.points if interval.contains(point.value))
    return replace(number, range=Range(interval, kept if points is None else points, number.range.may_be_nan))


def _trait(number: Number, trait: str) -> Number:
    return replace(number, traits=number.traits | {trait})


def _minus_extreme(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """`x - max(x)` is never positive and 0 at the largest element; `x - min(x)` and `max(x) - x` the other way."""
    x, y = roles["x"], roles["y"]
    largest, smallest = _reduced(evaluator, y, ("max",)), _reduced(evaluator, y, ("min",))
    if x.term and largest == x.term:
        below = tuple(point for point in x.range.points if point.value < 0)
        return _trait(_narrowed(result, -math.inf, 0.0, (Point(0.0), *below)), "touches zero")
    top = _reduced(evaluator, x, ("max",))
    if (x.term and smallest == x.term) or (y.term and top == y.term) or (top and top == smallest):
        return _spread(evaluator, _narrowed(result, 0.0, math.inf, ()), origin)
    return None


def _spread(evaluator: Evaluator, result: Number, origin: Origin) -> Number:
    """Return a difference from an extreme as what it is: a producer of zeros, where all elements are equal."""
    if result.framework is None:
        return result
    own = Made(origin.producer, evaluator.catalog.functions["spread"], result.framework, result.dtype, origin.where)
    zero = Range(result.range.interval, (Point(0.0),), result.range.may_be_nan).tagged(origin.producer)
    return replace(result, range=zero, made=(own,), direct=own, trace=None).stepped(
        f"made here, values in {shown(result.range.interval)}", origin.where
    )


def _over_sum(evaluator: Evaluator, result: Number, roles: Roles, _: Origin) -> Number | None:
    """`x / sum(x)` of what is never negative lies in [0, 1] and sums to 1: a softmax by hand."""
    x, y = roles["x"], roles["y"]
    if not x.term or x.range.interval.low < 0 or _reduced(evaluator, y, ("sum",)) != x.term:
        return None
    zero = tuple(point for point in x.range.points if point.value == 0)
    return _trait(_narrowed(result, 0.0, 1.0, zero), "simplex")


def _over_norm(evaluator: Evaluator, result: Number, roles: Roles, _: Origin) -> Number | None:
    """`x / norm(x)` lies in [-1, 1], up to rounding."""
    if not roles["x"].term or _reduced(evaluator, roles["y"], ("norm",)) != roles["x"].term:
        return None
    return _narrowed(result, -1.0000004, 1.0000004)


def _times_itself(__: Evaluator, result: Number, roles: Roles, _: Origin) -> Number | None:
    """`x * x` is never negative."""
    if not roles["x"].term or roles["x"].term != roles["y"].term:
        return None
    return _narrowed(result, 0.0, math.inf)


def _exp_of_touching(__: Evaluator, result: Number, roles: Roles, _: Origin) -> Number | None:
    """`exp(x - max(x))` is exactly 1 somewhere."""
    return _trait(result, "touches one") if "touches zero" in roles["x"].traits else None


def _without_shares(_: Evaluator, result: Number, roles: Roles, __: Origin) -> Number | None:
    """Know that not all shares of a softmax are 0 at once, nor all sigmoids or all random numbers of a row.

    One that a one-hot vector picks out may be.
    """
    kept = tuple(point for point in result.range.points if not _is_of_shares(point))
    if len(kept) == len(result.range.points) or "simplex" in roles["x"].traits:
        return None
    return replace(result, range=replace(result.range, points=kept))


def _is_of_shares(point: Point) -> bool:
    made = {symbol.function for symbol, _ in point.under if isinstance(symbol, Producer)}
    return point.value == 0 and bool(made & _SHARES) and not made & _PICKS


def _sum_of_touching(__: Evaluator, result: Number, roles: Roles, _: Origin) -> Number | None:
    """Know that a sum of what is never negative and 1 somewhere is at least 1."""
    if "touches one" not in roles["x"].traits or roles["x"].range.interval.low < 0:
        return None
    return _narrowed(result, 1.0, math.inf, ())


_RELATIONS: dict[str, tuple[Relation, ...]] = {
    "subtract": (_minus_extreme,),
    "divide": (_over_sum, _over_norm),
    "multiply": (_times_itself,),
    "exp": (_exp_of_touching,),
    "sum": (_sum_of_touching, _without_shares),
    "mean": (_without_shares,),
    "max": (_without_shares,),
}
_SHARES = frozenset({"softmax", "sigmoid", "uniform"})
_PICKS = frozenset({"one_hot"})
_NEEDS = {
    "mean": ("x",),
    "max": ("x",),
    "subtract": ("x", "y"),
    "divide": ("x", "y"),
    "multiply": ("x", "y"),
    "exp": ("x",),
    "sum": ("x",),
}
