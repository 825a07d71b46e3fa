"""Parts of one value are not the value: a difference of two of them is as unbounded as they are.

`r = linear(x)`: in `r[0] - r[1]`, in `r - r.mean()` and in `chosen - rejected` after `chosen, rejected = r.chunk(2)`
one part may be far below 0 while the other one is far above.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.pairwise import PICKS, difference_of_each_with_each
from nanproof.infer.producer import Producer
from nanproof.infer.structure import Origin, Roles, beside, constant, last_name
from nanproof.infer.value import Made, Number
from nanproof.values.ranges import Point, thinned

PICKED = "picked"  # the structure of a part that a name says: x[i]
_KEPT = frozenset({"same", "cast", "detach", "tensor", "negative"})
_SCALED = frozenset({"add", "subtract", "multiply", "divide"})
_REDUCED = frozenset({"mean"})
# What takes a part by its place, or gives each element another one.
_ORDERS = frozenset({"flip", "fliplr", "flipud", "narrow", "reverse", "reverse_sequence", "reverse_v2", "roll"})
# Of numbers that rise evenly, no two of which are equal.
TABLES = frozenset({"arange", "linspace"})
_PLACE = "place"
DEEPEST_PART = 12

# The value that a number is a part of, and which part of it.
Part = tuple[int, tuple[object, ...]]


def difference_of_parts(evaluator: Evaluator, result: Number, roles: Roles, _: Origin) -> Number | None:
    """Know that what two parts of one value take is not taken by both at once.

    That an element is the mean of all is a coincidence, unless all are 0. So is it that two of them are equal, where
    they have no value that they ordinarily take: two outputs of a layer, two draws.
    """
    x, y = roles["x"], roles["y"]
    minuend, subtrahend = moved_part_of(evaluator, x.term), moved_part_of(evaluator, y.term)
    if minuend is None or subtrahend is None or minuend[0] != subtrahend[0]:
        return None
    if minuend[1] == subtrahend[1] and not _are_taken_otherwise(x, y):
        return None
    is_of_mean = not _REDUCED.isdisjoint((*minuend[1], *subtrahend[1]))
    may_vanish = not is_of_mean or any(point.value == 0 for point in (*x.range.points, *y.range.points))
    made = (*x.made, *y.made)
    apart = (each for each in result.range.points if each.value != 0 or (may_vanish and _is_met(made, each)))
    points = thinned((*apart, *_far_apart(x, y)))
    return replace(result, range=replace(result.range, points=points))


def pairs(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return a difference of each with each, which is as unbounded as a difference of two parts is beside its zeros."""
    found = difference_of_each_with_each(evaluator, result, roles, origin)
    ends = _far_apart(roles["x"], roles["y"])
    if found is None or not ends:
        return found
    return beside(replace(result, range=replace(result.range, points=ends)), found)


def _far_apart(x: Number, y: Number) -> tuple[Point, ...]:
    """Return the differences of what one part takes and another one does not."""
    found = (_at_once(a, b) for a in x.range.points for b in y.range.points if a.value * b.value < 0)
    return tuple(each for each in found if each is not None)


def _are_taken_otherwise(x: Number, y: Number) -> bool:
    """Say whether calls take other parts of one value, or put its elements into another order.

    What an index picks is no other part than the whole: it may pick the largest.
    """
    taken = [_taking(each) for each in (x, y)]
    names = [{name for name, _ in each} for each in taken]
    return taken[0] != taken[1] and bool(names[0] & PICKS) == bool(names[1] & PICKS)


def _taking(number: Number) -> list[tuple[str, str]]:
    """Return the calls on the way of a number that take parts of it, with how they are written behind their name."""
    found: list[tuple[str, str]] = []
    made = number.computation
    for _ in range(DEEPEST_PART):
        if made is None or made.function.name not in _KEPT | _SCALED:
            break
        name = last_name(made.operation)
        if name in _ORDERS | PICKS:
            found.append((name, made.where.text.rpartition(f"{name}(")[2]))
        varying = [each for each in made.roles.values() if each.range.single is None]
        made = varying[0].computation if len(varying) == 1 else None
    return found


def _is_met(made: tuple[Made, ...], point: Point) -> bool:
    """Say whether a value that parts have in common is one that something ordinarily takes, and not its far end."""
    taken = dict(point.under)
    known = [each for each in made if each.producer in taken]
    return not known or any(each.reaches(taken[each.producer]) for each in known)


def entry(evaluator: Evaluator, number: Number, index: str) -> Number:
    """Return an entry of a table: where it is an end of evenly spaced numbers, another entry is not.

    So `s[t] - s[t - 1]` is not 0, and neither is what is computed of the one less what is computed of the other.
    """
    if number.parts is not None or "," in index or not index.strip("[]:. "):
        return number
    place = float(evaluator.interned((_PLACE, index)))
    is_any = ":" not in index and any(each.isalpha() for each in index)
    points = (_at(point, place, is_any=is_any) for point in number.range.points)
    return replace(number, range=replace(number.range, points=tuple(each for each in points if each is not None)))


def is_of_a_table(point: Point) -> bool:
    """Say whether a value is taken at an end of evenly spaced numbers."""
    return any(_is_table(symbol) for symbol, _ in point.under)


def _is_table(symbol: Hashable) -> bool:
    return isinstance(symbol, Producer) and symbol.function in TABLES


def _at(point: Point, place: float, *, is_any: bool) -> Point | None:
    """Return what is taken at a place of a table, None where it is taken at another one: `(s - s[-1])[:-1]`.

    What a name picks, `(s - s[-1])[t]`, may be the very entry that the whole was compared with.
    """
    under = dict(point.under)
    for symbol in [each for each in under if _is_table(each)]:
        known = [level for level in range(2) if (symbol, _PLACE, level) in under]
        if any(under[symbol, _PLACE, level] == place for level in known):
            continue
        if len(known) == 2 or (known and not is_any):
            return None
        under[symbol, _PLACE, len(known)] = place
    return replace(point, under=tuple(under.items()))


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
    if not depth or structure[0] not in _KEPT | _SCALED | _REDUCED:
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
