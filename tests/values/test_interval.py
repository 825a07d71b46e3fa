"""Intervals against the sets that they stand for."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nanproof.values.interval import EVERYTHING, Interval, number, shown, spanning

values = st.floats(allow_nan=False) | st.integers(-3, 3).map(float)
intervals = st.tuples(values, values).map(lambda ends: Interval(min(ends), max(ends)))


@given(intervals, intervals, values)
def test_hull_holds_what_either_holds(a: Interval, b: Interval, value: float) -> None:
    hull = a.hull(b)
    assert hull == b.hull(a)
    assert hull.hull(a) == hull
    if a.contains(value) or b.contains(value):
        assert hull.contains(value)
    assert {hull.low, hull.high} <= {a.low, a.high, b.low, b.high}


@given(intervals, intervals, values)
def test_meet_holds_what_both_hold(a: Interval, b: Interval, value: float) -> None:
    meet = a.meet(b)
    assert meet == b.meet(a)
    assert (meet is not None and meet.contains(value)) == (a.contains(value) and b.contains(value))


@given(intervals, intervals, intervals)
def test_hull_and_meet_are_a_lattice(a: Interval, b: Interval, c: Interval) -> None:
    assert a.hull(b).hull(c) == a.hull(b.hull(c))
    assert a.meet(a.hull(b)) == a
    meet = a.meet(b)
    assert meet is None or a.hull(meet) == a
    assert a.hull(EVERYTHING) == EVERYTHING
    assert a.meet(EVERYTHING) == a


@given(st.lists(st.floats()))
def test_spanning_is_the_smallest(given_values: list[float]) -> None:
    spanned = spanning(*given_values)
    numbers = [value for value in given_values if not math.isnan(value)]
    assert all(map(spanned.contains, numbers))
    assert not numbers or (spanned.low in numbers and spanned.high in numbers)


@pytest.mark.parametrize(("low", "high"), [(1.0, 0.0), (math.nan, 1.0), (0.0, math.nan)])
def test_what_is_no_interval(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="not an interval"):
        Interval(low, high)


@given(values)
def test_a_number_is_shown_so_that_it_reads_back(value: float) -> None:
    assert math.isclose(float(number(value)), value, rel_tol=1e-8)


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (Interval(0, 1), "[0, 1]"),
        (Interval(2, 2), "{2}"),
        (Interval(1e-10, math.inf), "[1e-10, inf]"),
        (Interval(-0.0, 0.99999999), "[0, 0.99999999]"),
        (EVERYTHING, "any value"),
    ],
)
def test_intervals_as_people_write_them(interval: Interval, text: str) -> None:
    assert shown(interval) == text
