"""Operators of two operands, against NumPy."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import product

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nanproof.values.dtype import Arithmetic, DType
from nanproof.values.interval import Interval
from nanproof.values.ranges import Range, between, exactly
from nanproof.values.scalars import power, remainder
from nanproof.values.transfer.arithmetic import ARITHMETIC
from nanproof.values.transfer.operands import Operands
from tests.values.numbers import NUMPY, Array, Sample, dtypes, flushed, samples, taken_by, ulps_apart, within

# pow is no correctly rounded operation in any library, and mod adds the divisor once; the rest rounds once.
ULPS = {"pow": 8, "mod": 1}

REFERENCES: dict[str, Callable[[Array, Array], Array]] = {
    "add": np.add,
    "subtract": np.subtract,
    "multiply": np.multiply,
    "divide": np.divide,
    "floor_divide": lambda x, y: np.floor(np.divide(x, y)),
    "mod": np.mod,
    "pow": np.power,
    "maximum": np.maximum,
    "minimum": np.minimum,
}
Drawn = tuple[DType, Sample, Sample]

pairs = dtypes.flatmap(lambda dtype: st.tuples(st.just(dtype), samples(dtype), samples(dtype)))


def result_of(name: str, x: float, y: float, dtype: DType) -> float:
    """Return what NumPy computes in the dtype."""
    with np.errstate(all="ignore"):
        computed = REFERENCES[name](np.array([x], NUMPY[dtype]), np.array([y], NUMPY[dtype]))
    assert computed.dtype == NUMPY[dtype]
    return float(computed[0])


def transferred(name: str, x: Range, y: Range, dtype: DType, *, flushes: bool = False) -> Range:
    """Return the range that nanproof infers."""
    return ARITHMETIC[name](Operands({"x": x, "y": y}, Arithmetic(dtype, flushes), "it"))


def agree(name: str, point: float, result: float, dtype: DType) -> bool:
    """Say whether a point is what NumPy computes."""
    if name == "floor_divide" and (abs(point - result) <= 1 or ulps_apart(point, result, dtype) <= 1):
        return True  # where the quotient rounds to an integer, libraries differ on which side of it they floor
    return ulps_apart(point, result, dtype) <= ULPS.get(name, 0)


@pytest.mark.parametrize("base", [-1e200, 1e200])
@pytest.mark.parametrize("exponent", [2.0, 3.0])
def test_a_power_beyond_all_numbers_keeps_its_sign(base: float, exponent: float) -> None:
    with np.errstate(over="ignore"):
        assert power(base, exponent) == float(np.float64(base) ** exponent)


@pytest.mark.parametrize("x", [math.inf, -math.inf, math.nan, 0.0, -7.5, 7.5])
@pytest.mark.parametrize("y", [math.inf, -math.inf, math.nan, 0.0, -2.0, 2.0])
def test_a_remainder_where_a_number_is_none(x: float, y: float) -> None:
    with np.errstate(invalid="ignore"):
        expected = float(np.mod(np.float64(x), np.float64(y)))
    assert math.isnan(remainder(x, y)) if math.isnan(expected) else remainder(x, y) == expected


def test_every_operator_has_a_reference() -> None:
    assert set(REFERENCES) == set(ARITHMETIC)


@pytest.mark.parametrize("name", sorted(REFERENCES))
@given(drawn=pairs, flushes=st.booleans())
def test_no_result_leaves_the_interval(name: str, drawn: Drawn, flushes: bool) -> None:
    dtype, first, second = drawn
    if flushes:
        first, second = first.flushed(dtype), second.flushed(dtype)
    known = transferred(name, first.range, second.range, dtype, flushes=flushes)
    for x, y in product(first.values, second.values):
        result = result_of(name, x, y, dtype)
        if math.isnan(result):
            assert known.may_be_nan, f"{name}({x}, {y}) is NaN"
            continue
        result = flushed(result, dtype) if flushes else result
        inside = within(result, known.interval, dtype, ULPS.get(name, 0))
        assert inside, f"{name}({x}, {y}) is {result}, outside {known.interval}"


@pytest.mark.parametrize("name", sorted(REFERENCES))
@given(drawn=pairs)
@example(drawn=(DType.FLOAT32, Sample(exactly(0.75), (0.75,)), Sample(exactly(2.0**40), (2.0**40,))))
def test_every_point_is_taken(name: str, drawn: Drawn) -> None:
    dtype, first, second = drawn
    known = transferred(name, first.range, second.range, dtype)
    # A point of one operand may be enough: 0 times anything.
    taken = [result_of(name, x, y, dtype) for x in first.values for y in second.values]
    taken += [result_of(name, x.value, y.value, dtype) for x in first.range.points for y in second.range.points]
    for point in known.points:
        assert any(agree(name, point.value, result, dtype) for result in taken), (
            f"{name} never gives {point.value}, but {taken}"
        )


@pytest.mark.parametrize("name", sorted(REFERENCES))
@given(drawn=pairs)
def test_every_point_lies_in_the_interval(name: str, drawn: Drawn) -> None:
    dtype, first, second = drawn
    known = transferred(name, first.range, second.range, dtype)
    for point in known.points:
        inside = math.isnan(point.value) or within(point.value, known.interval, dtype, ULPS.get(name, 0))
        assert inside, f"{point} is outside {known.interval}"


@pytest.mark.parametrize("name", ["add", "subtract", "multiply"])
@given(drawn=pairs)
@example(drawn=(DType.FLOAT32, Sample(between(0, 1, (0, 1)), (0.0, 1.0)), Sample(exactly(1.0), (1.0,))))
def test_what_a_producer_takes_twice_is_the_same_value(name: str, drawn: Drawn) -> None:
    dtype, sample, _ = drawn
    tagged = taken_by("p", sample.range)
    known = transferred(name, tagged, tagged, dtype)
    possible = [result_of(name, point.value, point.value, dtype) for point in tagged.points]
    for point in known.points:
        assert any(ulps_apart(point.value, each, dtype) == 0 for each in possible)


@pytest.mark.parametrize(
    ("dtype", "name", "x", "y", "expected"),
    [
        # FACTS, T4: masks that the dtype absorbs, and those that it does not.
        (DType.FLOAT32, "subtract", exactly(1.0), exactly(1e-8), Interval(1.0, 1.0)),
        (DType.FLOAT64, "subtract", exactly(1.0), exactly(1e-8), Interval(0.99999999, 0.99999999)),
        (DType.FLOAT16, "add", exactly(0.0), exactly(1e-8), Interval(0.0, 0.0)),
        (DType.FLOAT16, "subtract", exactly(1.0), exactly(1e-4), Interval(1.0, 1.0)),
        (DType.BFLOAT16, "subtract", exactly(1.0), exactly(1e-3), Interval(1.0, 1.0)),
        (DType.FLOAT32, "add", exactly(0.0), exactly(1e-46), Interval(0.0, 0.0)),
    ],
)
def test_masks_in_a_dtype(dtype: DType, name: str, x: Range, y: Range, expected: Interval) -> None:
    assert transferred(name, x, y, dtype).interval == expected


@pytest.mark.parametrize("name", ["maximum", "minimum"])
def test_nan_passes_through(name: str) -> None:
    nan, one = exactly(math.nan), exactly(1.0)
    for x, y in ((nan, one), (one, nan)):
        assert [math.isnan(point.value) for point in transferred(name, x, y, DType.FLOAT32).points] == [True]


def test_subnormal_masks_where_they_are_flushed() -> None:
    mask = exactly(1e-39)
    assert transferred("add", exactly(0.0), mask, DType.FLOAT32).interval.low > 0
    assert transferred("add", exactly(0.0), mask, DType.FLOAT32, flushes=True).interval == Interval(0.0, 0.0)
