"""Points and ranges: nothing that decides is lost, and two points meet only where their producers agree."""

from __future__ import annotations

import math
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from nanproof.values.interval import Interval
from nanproof.values.ranges import MOST_POINTS, Point, Range, between, exactly, joined, thinned
from tests.values.numbers import taken_by

symbols = st.sampled_from("abc")
cases = st.dictionaries(symbols, st.integers(0, 1).map(float), max_size=2).map(lambda taken: tuple(taken.items()))
values = st.floats() | st.integers(-3, 3).map(float)
points = st.builds(Point, values, cases)


@given(st.lists(points, max_size=60))
def test_thinning_keeps_what_decides(many: list[Point]) -> None:
    kept = thinned(many)
    assert len(kept) <= MOST_POINTS
    assert set(map(repr, kept)) <= set(map(repr, many))
    before, after = [each.value for each in many], [each.value for each in kept]
    numbers = [value for value in before if not math.isnan(value)]
    assert any(map(math.isnan, before)) == any(map(math.isnan, after))
    if numbers:
        assert min(numbers) in after
        assert max(numbers) in after
        assert min(map(abs, numbers)) in map(abs, after)
        assert (0 in numbers) == (0 in after)


@given(st.lists(points, max_size=60))
def test_thinning_again_changes_nothing(many: list[Point]) -> None:
    assert set(map(repr, thinned(thinned(many)))) == set(map(repr, thinned(many)))


@given(points, points, values)
def test_two_points_hold_at_once_only_where_their_producers_agree(a: Point, b: Point, value: float) -> None:
    both = a.joined(b, value)
    mine, others = dict(a.under), dict(b.under)
    agree = all(others[symbol] == taken for symbol, taken in mine.items() if symbol in others)
    assert (both is not None) == agree
    if both is not None:
        assert dict(both.under) == {**mine, **others}
        assert both.value == value or math.isnan(value)


ways = st.dictionaries(st.sampled_from(("call", "branch")), st.integers(1, 7), max_size=2)


@given(points, points, ways, ways)
def test_two_points_hold_at_once_only_on_one_way(
    a: Point, b: Point, mine: dict[str, int], others: dict[str, int]
) -> None:
    here, there = replace(a, way=tuple(mine.items())), replace(b, way=tuple(others.items()))
    both, agree = here.joined(there, 0.0), a.joined(b, 0.0) is not None
    meets = all(mine[choice] & others[choice] for choice in mine.keys() & others)
    assert (both is not None) == (agree and meets)
    if both is not None:
        assert here.holds_for(both)
        assert there.holds_for(both)


@given(st.lists(points, min_size=1, max_size=3), st.lists(points, min_size=1, max_size=3))
def test_what_one_alternative_takes_never_meets_what_another_one_takes(these: list[Point], those: list[Point]) -> None:
    first = joined((Range(points=tuple(these)), Range(points=tuple(those))), "call").points
    second = joined((Range(points=tuple(those)), Range(points=tuple(these))), "call").points
    for a in first:
        for b in second:
            if not math.isnan(a.value) and a.value in {each.value for each in these} - {each.value for each in those}:
                taken_together = a.joined(b, 0.0) is not None
                assert not taken_together or b.value in {each.value for each in those} or math.isnan(b.value)


def test_what_all_alternatives_take_is_taken_whatever_was_chosen() -> None:
    assert joined((exactly(0.0), exactly(0.0)), "call").points == (Point(0.0),)
    assert joined((exactly(0.0), None, exactly(1.0), exactly(0.0)), "call").points == (
        Point(0.0, way=(("call", 0b1001),)),
        Point(1.0, way=(("call", 0b0100),)),
    )


@given(st.lists(st.tuples(values, values, st.lists(values, max_size=4)), min_size=1, max_size=5))
def test_joining_branches_loses_nothing(branches: list[tuple[float, float, list[float]]]) -> None:
    ranges = [
        between(min(low, high), max(low, high), taken)
        for low, high, taken in branches
        if not math.isnan(low) and not math.isnan(high)
    ]
    both = joined(ranges)
    for each in ranges:
        assert both.interval.hull(each.interval) == both.interval
    assert joined([both, *ranges]).interval == both.interval
    assert both.may_be_nan == any(each.may_be_nan for each in ranges)


@given(values)
def test_a_constant(value: float) -> None:
    known = exactly(value)
    assert [point.value for point in known.points] == [value] or math.isnan(value)
    assert known.may_be_nan == math.isnan(value)
    assert known.single == value or math.isnan(value)


def test_nothing_known_is_not_known_to_be_unbounded() -> None:
    assert Range().is_unknown
    assert not Range(points=(Point(1e4),)).is_unknown
    assert not between(0, math.inf).is_unknown


def test_a_producer_never_takes_two_values_at_once() -> None:
    p = taken_by("softmax", between(0, 1, (0.0, 1.0)))
    pairs = [a.joined(b, a.value * (1 - b.value)) for a in p.points for b in p.points]
    assert [each.value for each in pairs if each is not None] == [0.0, 0.0]


def test_a_constant_belongs_to_no_producer() -> None:
    assert exactly(0.0).tagged("relu") == exactly(0.0)
    argument = Range(points=(Point(0.0, (("logits", -1e4),)),))
    assert argument.tagged("relu").points == (Point(0.0, (("logits", -1e4), ("relu", 0.0))),)


def test_what_may_be_nan_on_one_branch_may_be_nan() -> None:
    unsafe, safe = Range(Interval(0.0, 1.0), may_be_nan=True), Range(Interval(0.0, 1.0))
    assert joined([unsafe, safe]).may_be_nan
    assert joined([safe, unsafe]).may_be_nan
    assert not joined([safe, safe]).may_be_nan


def test_a_point_of_one_alternative_does_not_hold_where_another_one_is_taken() -> None:
    point = Point(1.0).on((("branch", 0b01),))
    assert point.holds_for(Point(2.0).on((("branch", 0b01),)))
    assert point.holds_for(Point(2.0).on((("branch", 0b01),)).on((("call", 0b10),)))
    assert not point.holds_for(Point(2.0).on((("branch", 0b11),)))
    assert not point.holds_for(Point(2.0).on((("branch", 0b10),)))
    assert not point.holds_for(Point(2.0))
    assert Point(1.0).holds_for(point)


def test_of_what_gives_no_number_nothing_is_known() -> None:
    assert joined([None, None]) == Range()
