"""Differences from the largest and the smallest element, `x - max(x)`, `max(x) - min(x)`, and their ratio.

At the extreme itself such a difference is exactly 0, in every batch; a span, and what is made of all differences, is 0
only where all elements are equal.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.pairwise import PICKS, without_new_axes
from nanproof.infer.structure import (
    Origin,
    Roles,
    essence,
    last_name,
    narrowed,
    operand,
    part_of,
    producing,
    with_trait,
)
from nanproof.infer.value import Number
from nanproof.values.ranges import Point

_BETWEEN = re.compile(r"[\[\](),]")
_MAX = frozenset({"max"})
_MIN = frozenset({"min"})
_RANDOM = frozenset({"normal", "uniform"})
_Difference = Callable[[Evaluator, int, int], int]


def minus_extreme(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """`x - max(x)` is never positive and 0 at the largest element; `x - min(x)` and `max(x) - x` the other way."""
    x, y = roles["x"], roles["y"]
    if x.term and (_reduced(evaluator, y.term, _MAX) == x.term or _is_of_its_segment(evaluator, x, y)):
        below = tuple(point for point in x.range.points if point.value < 0)
        return with_trait(narrowed(result, -math.inf, 0.0, (Point(0.0), *below)), "touches zero")
    is_span = bool(_span(evaluator, x.term, y.term))
    if not is_span and not _spread(evaluator, x.term, y.term):
        return None
    if any(made.function.name in _RANDOM for made in (*x.made, *y.made)):
        return narrowed(result, 0.0, math.inf, ())  # random numbers are not all equal
    return producing(evaluator, narrowed(result, 0.0, math.inf, ()), "span" if is_span else "spread", (0.0,), origin)


def of_all_spreads(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Know that the largest distance from an extreme, their sum and their norm are 0 only where all are equal."""
    made_by = roles["x"].direct
    if made_by is None or made_by.function.name != "spread":
        return None
    spread = roles["x"].computation
    is_known = spread is not None and any(point.value == 0 for point in spread.roles["x"].range.points)
    name = "spread_of_outputs" if is_known else "spread_of_all"
    return producing(evaluator, narrowed(result, 0.0, math.inf, ()), name, (0.0,), origin)


def between_extremes(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """`(x - min(x)) / (max(x) - min(x))` lies in [0, 1], and is exactly 0 and 1 at the extremes."""
    structure = evaluator.structure(essence(evaluator, roles["x"].term))
    of = _of_difference(evaluator, structure, _spread)
    if not of:
        return None
    divisor = evaluator.structure(essence(evaluator, roles["y"].term))
    is_largest = _reduced(evaluator, roles["y"].term, _MAX) == essence(evaluator, roles["x"].term)
    if not is_largest and _of_difference(evaluator, divisor, _span) != of:
        return None
    undefined = (math.nan,) if any(math.isnan(point.value) for point in result.range.points) else ()
    return producing(evaluator, narrowed(result, 0.0, 1.0, ()), "min_max_scaled", (0.0, 1.0, *undefined), origin)


def _of_difference(evaluator: Evaluator, structure: tuple[object, ...], of: _Difference) -> int:
    if not structure or structure[0] != "subtract":
        return 0
    return of(evaluator, operand(structure), operand(structure, "y"))


def _is_of_its_segment(evaluator: Evaluator, x: Number, y: Number) -> bool:
    """Say whether y is the largest element of the segment of each, `segment_max(x, ids, n)[ids]`."""
    index, largest = "", evaluator.structure(essence(evaluator, y.term))
    part = part_of(largest)
    if part is not None:
        index, largest = part[1], evaluator.structure(essence(evaluator, part[0]))
    if not largest or largest[0] != "segment_max" or operand(largest) != x.term:
        return False
    made = y.computation
    while made is not None:
        if made.function.name == "segment_max":
            own = made.where.text
            return bool(_arguments(index.replace(own, "")) & _arguments(own))
        index = made.where.text if last_name(made.operation) in PICKS else index
        made = made.roles["x"].computation if "x" in made.roles else None
    return False


def _arguments(written: str) -> set[str]:
    """Return the names that stand between brackets and commas: `ids` of `top[ids, None]` and `segment_max(x, ids)`."""
    return {each.rpartition("=")[2].strip() for each in _BETWEEN.split(written)[1:]} - {"", "None", ":"}


def _spread(evaluator: Evaluator, x: int, y: int) -> int:
    """Return the term that `x - y` is the distance of from its smallest or largest element, 0 where it is none."""
    if x and _reduced(evaluator, y, _MIN) == x:
        return x
    return y if y and _reduced(evaluator, x, _MAX) == y else 0


def _span(evaluator: Evaluator, x: int, y: int) -> int:
    """Return the term whose largest and smallest element `x - y` subtracts, 0 where it does not."""
    largest = _reduced(evaluator, x, _MAX)
    return largest if largest and largest == _reduced(evaluator, y, _MIN) else 0


def _reduced(evaluator: Evaluator, term: int, names: frozenset[str]) -> int:
    structure = evaluator.structure(without_new_axes(evaluator, essence(evaluator, term)))
    return operand(structure) if structure and structure[0] in names else 0
