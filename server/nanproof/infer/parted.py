"""Parts of one value are not the value: a difference of two of them is as unbounded as they are.

`r = linear(x)`: in `r[0] - r[1]`, in `r - r.mean()` and in `chosen - rejected` after `chosen, rejected = r.chunk(2)`
one part may be far below 0 while the other one is far above.
"""

from __future__ import annotations

from dataclasses import replace

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import Origin, Roles, constant, essence, part_of
from nanproof.infer.value import Number, Producer
from nanproof.values.ranges import Point, thinned

PICKED = "picked"  # the structure of a part that a name says: x[i]
_KEPT = frozenset({"same", "cast", "detach", "tensor", "negative"})
_SCALED = frozenset({"add", "subtract", "multiply", "divide"})
_REDUCED = frozenset({"mean"})
_TABLES = frozenset({"arange", "linspace"})
DEEPEST_PART = 12

# The value that a number is a part of, and which part of it.
Part = tuple[int, tuple[object, ...]]


def difference_of_parts(evaluator: Evaluator, result: Number, roles: Roles, _: Origin) -> Number | None:
    """Know that what two parts of one value take is not taken by both at once."""
    x, y = roles["x"], roles["y"]
    minuend, subtrahend = moved_part_of(evaluator, x.term), moved_part_of(evaluator, y.term)
    if minuend is None or subtrahend is None or minuend[0] != subtrahend[0] or minuend[1] == subtrahend[1]:
        return None
    found = (_at_once(a, b) for a in x.range.points for b in y.range.points if a.value * b.value < 0)
    points = thinned((*result.range.points, *(point for point in found if point is not None)))
    return replace(result, range=replace(result.range, points=points))


def parts_of_a_table(evaluator: Evaluator, result: Number, roles: Roles, _: Origin) -> Number | None:
    """Know that two entries of a table are not equal: `s[t] ** 2 - s[t - 1] ** 2`, `a[t] / a[t - 1]`."""
    one, other = entry_of(evaluator, roles["x"].term), entry_of(evaluator, roles["y"].term)
    if one is None or other is None or one[0] != other[0] or one[1] == other[1]:
        return None
    kept = tuple(point for point in result.range.points if point.value not in (0, 1) or not _is_of_table(point))
    return replace(result, range=replace(result.range, points=kept)) if len(kept) < len(result.range.points) else None


def entry_of(evaluator: Evaluator, term: int, depth: int = DEEPEST_PART) -> tuple[int, object] | None:
    """Return the value and the index of the only entry that a number is computed of."""
    structure = evaluator.structure(term)
    if not structure or depth == 0:
        return None
    part = part_of(structure)
    if part is not None:
        return essence(evaluator, part[0]), part[1]
    operands = structure[1] if len(structure) == 2 and isinstance(structure[1], tuple) else ()
    found = {entry_of(evaluator, each, depth - 1) for _, each in operands}
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def _is_of_table(point: Point) -> bool:
    """Say whether a value is taken at an end of evenly spaced numbers, all of which are different."""
    return any(isinstance(symbol, Producer) and symbol.function in _TABLES for symbol, _ in point.under)


def moved_part_of(evaluator: Evaluator, term: int, depth: int = DEEPEST_PART) -> Part | None:
    """Return the value that a term is a part of, scaled and shifted or not: it may be all of it. None of a constant."""
    structure = evaluator.structure(term)
    if not structure or constant(evaluator, term) is not None:
        return None
    whole = structure[1] if structure[0] == "part" else None
    if isinstance(whole, int):
        found = moved_part_of(evaluator, whole, depth - 1) if depth > 0 else None
        return (found[0], (*found[1], structure[2])) if found is not None else (whole, (structure[2],))
    operands = structure[1] if len(structure) == 2 and isinstance(structure[1], tuple) else ()
    if depth == 0 or structure[0] not in _KEPT | _SCALED | _REDUCED:
        return term, ()
    several = [moved_part_of(evaluator, each, depth - 1) for _, each in operands]
    known = [each for each in several if each is not None]
    if len(known) != 1:
        return term, ()
    return (known[0][0], (*known[0][1], structure[0])) if structure[0] in _REDUCED else known[0]


def _at_once(a: Point, b: Point) -> Point | None:
    """Return the difference of what two parts take, each as far out as it can be."""
    on_one_way = Point(a.value, (), a.way).joined(Point(b.value, (), b.way), a.value - b.value)
    return replace(on_one_way, under=a.under) if on_one_way is not None else None
