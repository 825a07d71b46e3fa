"""Operations along an axis, against NumPy on small arrays."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from nanproof.values.dtype import FORMATS, Arithmetic, DType
from nanproof.values.interval import Interval
from nanproof.values.ranges import Point, Range, between, exactly
from nanproof.values.transfer.operands import Operands
from nanproof.values.transfer.reductions import REDUCTIONS
from tests.values.numbers import NUMPY, Array, Sample, dtypes, samples, within

# Rounding errors of a sum of a few elements.
ULPS = 8


def _logsumexp(x: Array) -> Array:
    largest = x.max()
    return np.asarray(np.log(np.exp(x - largest).sum(dtype=x.dtype)) + largest)


def _softmax(x: Array) -> Array:
    grown = np.exp(x - x.max())
    return np.asarray(grown / grown.sum(dtype=x.dtype))


def _log_softmax(x: Array) -> Array:
    moved = x - x.max()
    return np.asarray(moved - np.log(np.exp(moved).sum(dtype=x.dtype)))


REFERENCES: dict[str, Callable[[Array], Array]] = {
    "sum": lambda x: np.sum(x, dtype=x.dtype),
    "segment_sum": lambda x: np.asarray([np.sum(x, dtype=x.dtype), 0], dtype=x.dtype),  # of a full one and an empty one
    "scatter_add": lambda x: x,  # to which nothing is added
    "segment_max": lambda x: np.asarray([np.max(x), -np.inf], dtype=x.dtype),
    "mean": lambda x: np.asarray(np.sum(x, dtype=x.dtype) / x.dtype.type(x.size)),
    "avg_pool": lambda x: np.asarray(np.sum(x, dtype=x.dtype) / x.dtype.type(x.size)),
    "max": np.max,
    "max_pool": np.max,
    "min": np.min,
    "prod": lambda x: np.asarray(np.prod(x, dtype=x.dtype)),
    "cumprod": lambda x: np.asarray(np.cumprod(x, dtype=x.dtype)),
    "cumsum": lambda x: np.asarray(np.cumsum(x, dtype=x.dtype)),
    "var": np.var,
    "std": np.std,
    "norm": lambda x: np.sqrt(np.sum(x * x, dtype=x.dtype)),
    "logsumexp": _logsumexp,
    "softmax": _softmax,
    "log_softmax": _log_softmax,
}


def test_every_reduction_has_a_reference() -> None:
    assert set(REFERENCES) == set(REDUCTIONS)


# Sums of a few such numbers do not overflow: that a mean may (FACTS, T17) is a matter of its own.
drawn_samples = dtypes.flatmap(lambda dtype: st.tuples(st.just(dtype), samples(dtype, FORMATS[dtype].largest / 16)))


@pytest.mark.parametrize("name", sorted(REFERENCES))
@given(drawn=drawn_samples)
def test_no_result_leaves_the_interval(name: str, drawn: tuple[DType, Sample]) -> None:
    dtype, sample = drawn
    known = REDUCTIONS[name](Operands({"x": sample.range}, Arithmetic(dtype), "it"))
    with np.errstate(all="ignore"):
        computed = REFERENCES[name](np.array(sample.values, NUMPY[dtype]))
    assert computed.dtype == NUMPY[dtype]
    for result in np.atleast_1d(computed):
        assert math.isnan(result) or within(float(result), known.interval, dtype, ULPS), (
            f"{name} of {sample.values} is {result}, outside {known.interval}"
        )


@given(drawn=drawn_samples)
def test_what_is_added_to_zeros_is_a_sum_of_segments(drawn: tuple[DType, Sample]) -> None:
    dtype, sample = drawn
    known = REDUCTIONS["scatter_add"](Operands({"x": exactly(0.0), "y": sample.range}, Arithmetic(dtype), "it"))
    segments = REDUCTIONS["segment_sum"](Operands({"x": sample.range}, Arithmetic(dtype), "it"))
    assert known.interval == segments.interval
    assert set(known.points) <= set(segments.points)
    assert all(point.value == 0 or not math.isfinite(point.value) for point in known.points)


@pytest.mark.parametrize("name", ["max", "min", "max_pool", "mean", "avg_pool"])
@given(drawn=drawn_samples)
def test_elements_that_are_all_equal(name: str, drawn: tuple[DType, Sample]) -> None:
    dtype, sample = drawn
    known = REDUCTIONS[name](Operands({"x": sample.range}, Arithmetic(dtype), "it"))
    assert {point.value for point in known.points} <= {point.value for point in sample.range.points}
    assert known.interval == sample.range.interval


logits = st.sampled_from([DType.FLOAT32, DType.FLOAT16]).flatmap(
    lambda dtype: st.tuples(
        st.just(dtype),
        arrays.arrays(NUMPY[dtype], st.integers(1, 300), elements=st.floats(-200, 200, width=16), fill=st.just(0.0)),
    )
)


@given(logits)
def test_a_softmax_sums_to_one(drawn: tuple[DType, Array]) -> None:
    dtype, x = drawn
    probabilities = Range(Interval(0.0, 1.0), (Point(0.0), Point(1.0)))
    operands = Operands({"x": probabilities}, Arithmetic(dtype), "it", traits=frozenset({"simplex"}))
    known = REDUCTIONS["sum"](operands)
    total = float(_softmax(x).sum(dtype=np.float32))
    assert known.interval.contains(total)
    assert known.interval.low > 0
    assert [point.value for point in known.points] == [1.0]


def test_no_largest_probability_is_zero() -> None:
    probabilities = Range(Interval(0.0, 1.0), (Point(0.0), Point(1.0)))
    operands = Operands({"x": probabilities}, Arithmetic(DType.FLOAT32), "it", traits=frozenset({"simplex"}))
    assert REDUCTIONS["max"](operands).points == ()
    assert REDUCTIONS["mean"](operands).points == ()


@pytest.mark.parametrize(
    ("dtype", "flushes", "gap", "is_zero"),
    [
        # FACTS, T1: the gap of logits from which a softmax is exactly 0.
        (DType.FLOAT32, False, 104.0, True),
        (DType.FLOAT32, False, 103.0, False),
        (DType.FLOAT32, True, 87.4, True),
        (DType.FLOAT32, True, 87.0, False),
        (DType.FLOAT16, False, 17.4, True),
        (DType.FLOAT16, False, 17.0, False),
        (DType.FLOAT64, False, 745.2, True),
        (DType.FLOAT64, False, 744.0, False),
    ],
)
def test_a_softmax_underflows_from_a_certain_gap(dtype: DType, flushes: bool, gap: float, is_zero: bool) -> None:
    operands = Operands({"x": between(-gap, 0.0)}, Arithmetic(dtype, flushes), "it")
    known = REDUCTIONS["softmax"](operands)
    assert [point.value for point in known.points] == ([0.0, 1.0] if is_zero else [])
    assert known.interval.contains(0.0) or not is_zero
