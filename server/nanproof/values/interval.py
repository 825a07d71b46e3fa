"""Closed intervals of the extended reals: what an expression's values cannot leave."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`, both included; infinite ends are values too (an overflow)."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if math.isnan(self.low) or math.isnan(self.high) or self.low > self.high:
            raise ValueError(f"not an interval: [{self.low}, {self.high}]")

    @property
    def is_single(self) -> bool:
        """Say whether only one value is left."""
        return self.low == self.high

    @property
    def is_everything(self) -> bool:
        """Say whether no bound is known."""
        return self.low == -math.inf and self.high == math.inf

    def contains(self, value: float) -> bool:
        """Say whether a value lies inside, ends included."""
        return self.low <= value <= self.high

    def hull(self, other: Interval) -> Interval:
        """Return the smallest interval that holds both."""
        return Interval(min(self.low, other.low), max(self.high, other.high))

    def meet(self, other: Interval) -> Interval | None:
        """Return what both hold, None where that is nothing."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Interval(low, high) if low <= high else None


EVERYTHING = Interval(-math.inf, math.inf)


def spanning(*values: float) -> Interval:
    """Return the smallest interval that holds the values that are numbers; everything where none is."""
    numbers = [value for value in values if not math.isnan(value)]
    return Interval(min(numbers), max(numbers)) if numbers else EVERYTHING


def shown(interval: Interval) -> str:
    """Return an interval as people write it: `[0, 1]`, `{2}`, `[1e-10, inf]`."""
    if interval.is_everything:
        return "any value"
    if interval.is_single:
        return f"{{{number(interval.low)}}}"
    return f"[{number(interval.low)}, {number(interval.high)}]"


def within(interval: Interval) -> str:
    """Say in a sentence which values an interval allows: `values in [0, 1]`, `unbounded`."""
    return "unbounded" if interval.is_everything else f"values in {shown(interval)}"


def number(value: float) -> str:
    """Return a number as people write it, short: `0`, `1e-10`, `0.99999999`."""
    if math.isinf(value) or math.isnan(value):
        return str(value)
    if value == int(value) and abs(value) < 1e6:
        return str(int(value))
    return f"{value:.9g}"
