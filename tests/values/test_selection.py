"""Operations that choose among values: nothing that may be chosen is forgotten."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nanproof.values.dtype import Arithmetic, DType
from nanproof.values.interval import Interval
from nanproof.values.ranges import UNKNOWN_RANGE, Range, exactly
from nanproof.values.transfer.operands import Operands
from nanproof.values.transfer.selection import SELECTION
from tests.values.numbers import NUMPY, Sample, dtypes, numbers, samples

COVERED = {"clip", "where", "concat", "nan_to_num", "same", "cast", "tensor"}


def test_every_selection_is_tested() -> None:
    assert set(SELECTION) == COVERED


def transferred(name: str, dtype: DType, **roles: Range) -> Range:
    """Return the range that nanproof infers."""
    return SELECTION[name](Operands(roles, Arithmetic(dtype), "it"))


pairs = dtypes.flatmap(lambda dtype: st.tuples(st.just(dtype), samples(dtype), samples(dtype)))
clips = dtypes.flatmap(
    lambda dtype: st.tuples(st.just(dtype), samples(dtype), st.none() | numbers(dtype), st.none() | numbers(dtype))
)


@given(clips)
def test_clip(drawn: tuple[DType, Sample, float | None, float | None]) -> None:
    dtype, sample, low, high = drawn
    bounds = {name: exactly(bound) for name, bound in (("low", low), ("high", high)) if bound is not None}
    known = transferred("clip", dtype, x=sample.range, **bounds)
    unknown = transferred("clip", dtype, x=UNKNOWN_RANGE, **bounds)
    expected = np.array(sample.values, NUMPY[dtype])
    if low is not None:
        expected = np.maximum(expected, NUMPY[dtype](low))
    if high is not None:
        expected = np.minimum(expected, NUMPY[dtype](high))
    for value in expected:
        assert known.interval.contains(float(value))
        assert unknown.interval.contains(float(value))
    taken = {
        min(max(point.value, low if low is not None else -math.inf), high if high is not None else math.inf)
        for point in sample.range.points
    }
    assert {point.value for point in known.points} == taken
    assert {point.value for point in unknown.points} <= {low, high}


@given(pairs)
def test_where_is_one_of_both(drawn: tuple[DType, Sample, Sample]) -> None:
    dtype, first, second = drawn
    known = transferred("where", dtype, x=first.range, y=second.range)
    assert all(map(known.interval.contains, (*first.values, *second.values)))
    assert known.interval == first.range.interval.hull(second.range.interval)


@given(pairs)
def test_concatenation_holds_all(drawn: tuple[DType, Sample, Sample]) -> None:
    dtype, first, second = drawn
    operands = Operands({}, Arithmetic(dtype), "it", items=(first.range, second.range))
    known = SELECTION["concat"](operands)
    assert all(map(known.interval.contains, (*first.values, *second.values)))


@given(pairs)
def test_nan_to_num_keeps_numbers(drawn: tuple[DType, Sample, Sample]) -> None:
    dtype, sample, _ = drawn
    known = transferred("nan_to_num", dtype, x=sample.range)
    assert all(map(known.interval.contains, (*sample.values, 0.0)))
    assert not known.may_be_nan


@given(dtypes, samples(DType.FLOAT64), st.sampled_from(["same", "cast", "tensor"]))
def test_a_cast_rounds(dtype: DType, sample: Sample, name: str) -> None:
    with np.errstate(all="ignore"):
        expected = [float(NUMPY[dtype](value)) for value in sample.values]
    known = transferred(name, dtype, x=sample.range)
    assert known.interval == Interval(min(expected), max(expected))
    assert {point.value for point in known.points} <= set(expected)
