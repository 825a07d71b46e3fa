"""What is known of a value: bounds that it cannot leave, and points that it really takes.

The interval is sound and often too wide, because interval arithmetic forgets that two operands come from the
same tensor. A point is the opposite: one value that the expression takes, together with the values of the
producers (the symbols) under which it takes it. Two points combine only where their producers agree, so that
`p * (1 - p)` never pairs p = 0 with p = 1. They combine only on one way, too: what one caller, branch or return gives
never meets what another one gives. A rule warns on points and keeps silent on intervals.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace

from nanproof.values.interval import EVERYTHING, Interval

MOST_POINTS = 12
MOST_CHOICES = 16  # of those that a point rests on, the last are remembered: programs that write code branch more
UNBOUNDED = 1.0e4  # stands for "as large as you like": every activation saturates there, its square is finite


# Which alternatives of each choice a program may have taken, one bit for each: the callers of a function, the branches
# of a condition, the returns of a function.
Way = tuple[tuple[Hashable, int], ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One value, the values of the producers under which it is taken, and the way on which the program takes it."""

    value: float
    under: tuple[tuple[Hashable, float], ...] = ()
    way: Way = ()

    def at(self, value: float) -> Point:
        """Return the same case with another value."""
        return Point(value, self.under, self.way)

    def joined(self, other: Point, value: float) -> Point | None:
        """Return the case in which both points hold, None where a producer or a choice would need two at once."""
        way = self.way if not other.way or self.way == other.way else _both(self.way, other.way)
        if way is None:
            return None
        if not other.under or self.under == other.under:
            return Point(value, self.under, way)
        mine = dict(self.under)
        for symbol, taken in other.under:
            if mine.setdefault(symbol, taken) != taken:
                return None
        return Point(value, tuple(mine.items()), way)

    def holds_for(self, case: Point) -> bool:
        """Say whether the point holds wherever another one does: all that it needs is given there."""
        under, way = dict(case.under), dict(case.way)
        is_made = all(symbol in under and under[symbol] == taken for symbol, taken in self.under)
        return is_made and all(not way.get(choice, ~0) & ~taken for choice, taken in self.way)

    def on(self, way: Way) -> Point:
        """Return the point as one that is taken only on some alternatives of some choices."""
        decided = {choice for choice, _ in way}
        others = tuple(each for each in self.way if each[0] not in decided)
        return Point(self.value, self.under, (*others, *way)[-MOST_CHOICES:])


def _both(way: Way, other: Way) -> Way | None:
    """Return the way that is one of two ways at once, None where there is none."""
    mine = dict(way)
    for choice, taken in other:
        both = mine.get(choice, taken) & taken
        if not both:
            return None
        mine[choice] = both
    return tuple(mine.items())[-MOST_CHOICES:]


@dataclass(frozen=True, slots=True)
class Range:
    """Bounds that hold for every value, points that are really taken, and whether NaN is possible."""

    interval: Interval = EVERYTHING
    points: tuple[Point, ...] = ()
    may_be_nan: bool = False

    @property
    def is_unknown(self) -> bool:
        """Say whether nothing at all is known."""
        return self.interval.is_everything and not self.points

    @property
    def single(self) -> float | None:
        """Return the only possible value, None where there are several."""
        return self.interval.low if self.interval.is_single else None

    def tagged(self, symbol: Hashable) -> Range:
        """Return the range with each point saying that the producer `symbol` took it.

        A point that rests on constants alone, taken under no producer, stays one: relu(0.0) is nobody's surprise.
        """
        points = tuple(
            Point(point.value, (*point.under, (symbol, point.value)), point.way) if point.under else point
            for point in self.points
        )
        return replace(self, points=points)

    def on(self, way: Way) -> Range:
        """Return the range as one that holds only on some alternatives of some choices."""
        return replace(self, points=tuple(point.on(way) for point in self.points))


UNKNOWN_RANGE = Range()


def exactly(value: float) -> Range:
    """Return the range of a constant."""
    if math.isnan(value):
        return Range(EVERYTHING, (Point(value),), may_be_nan=True)
    return Range(Interval(value, value), (Point(value),))


def between(low: float, high: float, taken: Iterable[float] = ()) -> Range:
    """Return the range [low, high], with the values that are really taken."""
    return Range(Interval(low, high), tuple(Point(value) for value in taken))


def joined(ranges: Iterable[Range | None], choice: Hashable = None) -> Range:
    """Return what holds where any of several ranges may apply (branches that meet).

    Each is an alternative of the `choice`, in order, None one that gives no number; a point that all of them take is
    taken whatever was chosen.
    """
    interval: Interval | None = None
    points: dict[Point, int] = {}
    may_be_nan = False
    alternative = 1
    for each in ranges:
        if each is None:
            alternative <<= 1
            continue
        interval = each.interval if interval is None else interval.hull(each.interval)
        for point in each.points:
            same = point.at(math.nan) if math.isnan(point.value) else point  # one NaN is as good as another
            points[same] = points.get(same, 0) | alternative
        may_be_nan = may_be_nan or each.may_be_nan
        alternative <<= 1
    everywhere = alternative - 1
    taken = (
        point if choice is None or points[point] == everywhere else point.on(((choice, points[point]),))
        for point in thinned(points)
    )
    return Range(interval or EVERYTHING, tuple(taken), may_be_nan)


def thinned(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return at most MOST_POINTS points: those that decide whether an operation is valid.

    NaN, the extremes, and the values nearest to zero come first; among equal values the one that needs the fewest
    producers at a certain value.
    """
    simplest: dict[tuple[float | str, tuple[tuple[Hashable, float], ...], Way], Point] = {}
    for point in points:
        value: float | str = "nan" if math.isnan(point.value) else point.value
        simplest.setdefault((value, point.under, point.way), point)
    unique = sorted(simplest.values(), key=lambda point: len(point.under))
    if len(unique) <= MOST_POINTS:
        return tuple(unique)
    numbers = [point for point in unique if not math.isnan(point.value)]
    rising = sorted(numbers, key=lambda point: point.value)
    falling = sorted(numbers, key=lambda point: -point.value)  # among equals the first, as there: they are of one way
    nearest = sorted(numbers, key=lambda point: abs(point.value))
    undefined = [point for point in unique if math.isnan(point.value)]
    ordered = (point for three in zip(rising, nearest, falling, strict=True) for point in three)
    chosen = {id(point): point for point in undefined[:1]}
    for point in ordered:
        chosen.setdefault(id(point), point)
        if len(chosen) == MOST_POINTS:
            break
    return tuple(chosen.values())
