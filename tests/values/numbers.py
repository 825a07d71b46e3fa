"""Numbers, intervals and ranges that are hard on arithmetic, and NumPy's dtypes to compare with."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from hypothesis import strategies as st

from nanproof.values.dtype import FORMATS, Arithmetic, DType, next_after
from nanproof.values.interval import Interval
from nanproof.values.ranges import Point, Range

Array = np.ndarray[Any, Any]

NUMPY: dict[DType, type[np.floating[Any]]] = {
    DType.FLOAT16: np.float16,
    DType.FLOAT32: np.float32,
    DType.FLOAT64: np.float64,
}
_WIDTHS = {DType.FLOAT16: 16, DType.FLOAT32: 32, DType.FLOAT64: 64}
_TELLING = (0.0, 0.5, 1.0, 2.0, 3.0, 6.0, 1e-8, 1e-10, 1 - 1e-8, 1 + 1e-7, 8.5, 17.5, 89.5, 104.5, 300.0, 710.5)

dtypes = st.sampled_from(tuple(NUMPY))


def numbers(dtype: DType, largest: float = math.inf) -> st.SearchStrategy[float]:
    """Finite numbers of a dtype, those at which something happens more often than others."""
    form, arithmetic = FORMATS[dtype], Arithmetic(dtype)
    ends = (form.largest, form.smallest_normal, form.smallest, form.epsilon, 1 - form.epsilon / 2)
    telling = [arithmetic.round(sign * each) for each in (*_TELLING, *ends) for sign in (1, -1)]
    top = arithmetic.round(min(largest, form.largest))
    known = [each for each in telling if abs(each) <= top]
    any_one = st.floats(-top, top, width=_WIDTHS[dtype], allow_nan=False)  # type: ignore[arg-type]  # 16, 32 or 64
    return st.sampled_from(known) | any_one


@dataclass(frozen=True)
class Sample:
    """A range and some numbers inside it, its ends among them."""

    range: Range
    values: tuple[float, ...]

    def flushed(self, dtype: DType) -> Sample:
        """Return the sample as a backend sees it that flushes subnormals: none of them is an operand."""
        interval = self.range.interval
        ends = Interval(flushed(interval.low, dtype), flushed(interval.high, dtype))
        points = tuple(Point(flushed(point.value, dtype)) for point in self.range.points)
        return Sample(Range(ends, points), tuple(flushed(value, dtype) for value in self.values))


@st.composite
def samples(draw: st.DrawFn, dtype: DType, largest: float = math.inf) -> Sample:
    """Draw a range; half of the time its ends are far apart, which is where operators are not monotone."""
    # An interval does not know the sign of zero, so no operand is -0.0: what is 1 / -0.0 is left open.
    inside = [value + 0.0 for value in draw(st.lists(numbers(dtype, largest), min_size=1, max_size=5))]
    low, high = min(inside), max(inside)
    taken = draw(st.sets(st.sampled_from(inside)))
    points = tuple(Point(value) for value in sorted(taken))
    return Sample(Range(Interval(low, high), points), tuple(inside))


def taken_by(symbol: str, known: Range) -> Range:
    """Return a range whose points a producer takes."""
    return Range(known.interval, tuple(Point(each.value, ((symbol, each.value),)) for each in known.points))


def ulps_apart(a: float, b: float, dtype: DType) -> float:
    """Return how many representable numbers lie between two values; 0 for NaN and NaN."""
    if math.isnan(a) or math.isnan(b):
        return 0.0 if math.isnan(a) and math.isnan(b) else math.inf
    if a == b:
        return 0.0
    if math.isinf(a) or math.isinf(b):
        return math.inf
    unit = abs(next_after(max(abs(a), abs(b)), math.inf, dtype) - max(abs(a), abs(b)))
    unit = unit if 0 < unit < math.inf else FORMATS[dtype].largest * FORMATS[dtype].epsilon
    return abs(a - b) / unit


def within(value: float, interval: Interval, dtype: DType, ulps: int = 0) -> bool:
    """Say whether a value lies in an interval, or no more than some units in the last place outside."""
    return interval.contains(value) or any(
        ulps_apart(value, end, dtype) <= ulps for end in (interval.low, interval.high)
    )


def flushed(value: float, dtype: DType) -> float:
    """Return 0 for a subnormal number."""
    return 0.0 if abs(value) < FORMATS[dtype].smallest_normal else value
