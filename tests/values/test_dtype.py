"""Rounding, against NumPy's own casts."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import ml_dtypes
import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from nanproof.values.dtype import FORMATS, Arithmetic, DType, next_after
from tests.values.numbers import NUMPY, dtypes, numbers

doubles = st.floats(allow_nan=True, allow_infinity=True) | st.floats(-1e5, 1e5) | st.floats(-1e-35, 1e-35)
finfo: Callable[[object], Any] = ml_dtypes.finfo  # it has no types


def same(a: float, b: float) -> bool:
    """Say whether two floats are the same one, the sign of zero and NaN included."""
    return (math.isnan(a) and math.isnan(b)) or (a == b and math.copysign(1, a) == math.copysign(1, b))


@pytest.mark.parametrize("dtype", FORMATS)
def test_formats_are_those_of_numpy(dtype: DType) -> None:
    known = finfo(ml_dtypes.bfloat16 if dtype is DType.BFLOAT16 else NUMPY[dtype])
    expected = [float(each) for each in (known.max, known.smallest_normal, known.smallest_subnormal, known.eps)]
    found = FORMATS[dtype]
    assert [found.largest, found.smallest_normal, found.smallest, found.epsilon] == expected


@given(doubles, dtypes)
@example(65519.99, DType.FLOAT16)
@example(65520.0, DType.FLOAT16)
@example(2.0**-25, DType.FLOAT16)
@example(3.4028235677973366e38, DType.FLOAT32)
@example(2.0**-150, DType.FLOAT32)
def test_rounding_is_numpys_cast(value: float, dtype: DType) -> None:
    with np.errstate(all="ignore"):
        expected = float(NUMPY[dtype](value))
    assert same(Arithmetic(dtype).round(value), expected)


@given(st.floats(width=32))
@example(3.3961776292304957e38)  # half way between the largest bfloat16 and the next one, which is no more
def test_rounding_to_bfloat16(value: float) -> None:
    with np.errstate(all="ignore"):
        expected = float(np.float32(value).astype(ml_dtypes.bfloat16))
    assert same(Arithmetic(DType.BFLOAT16).round(value), expected)


@given(doubles, dtypes)
def test_rounding_twice_is_rounding_once(value: float, dtype: DType) -> None:
    once = Arithmetic(dtype).round(value)
    assert same(Arithmetic(dtype).round(once), once)


@given(doubles, doubles, dtypes)
def test_rounding_keeps_the_order(a: float, b: float, dtype: DType) -> None:
    assume(a <= b)
    assert Arithmetic(dtype).round(a) <= Arithmetic(dtype).round(b)


@given(doubles, dtypes)
def test_only_subnormals_are_flushed(value: float, dtype: DType) -> None:
    kept, flushed = Arithmetic(dtype).round(value), Arithmetic(dtype, flushes_subnormals=True).round(value)
    expected = math.copysign(0.0, value) if abs(kept) < FORMATS[dtype].smallest_normal else kept
    assert same(flushed, expected)


@given(st.integers(-(10**9), 10**9))
def test_integers_are_not_rounded(value: int) -> None:
    assert Arithmetic(DType.INTEGER).round(float(value)) == value


@given(dtypes.flatmap(lambda dtype: st.tuples(st.just(dtype), numbers(dtype))), st.booleans())
def test_the_next_number(drawn: tuple[DType, float], upwards: bool) -> None:
    dtype, value = drawn
    towards = math.inf if upwards else -math.inf
    with np.errstate(all="ignore"):
        expected = float(np.nextafter(NUMPY[dtype](value), NUMPY[dtype](towards)))
    assert next_after(value, towards, dtype) == expected


@pytest.mark.parametrize("dtype", list(NUMPY))
@pytest.mark.parametrize("value", [-2.0, -1.0, -0.5, 0.0, 0.25, 1.0, 4.0])
def test_the_next_number_to_a_power_of_two(dtype: DType, value: float) -> None:
    for towards in (-math.inf, 0.0, math.inf):
        expected = float(np.nextafter(NUMPY[dtype](value), NUMPY[dtype](towards)))
        assert next_after(value, towards, dtype) == expected


@pytest.mark.parametrize("dtype", list(NUMPY))
def test_formats(dtype: DType) -> None:
    info, form = np.finfo(NUMPY[dtype]), FORMATS[dtype]
    assert form.largest == float(info.max)
    assert form.smallest_normal == float(info.smallest_normal)
    assert form.smallest == float(info.smallest_subnormal)
    assert form.epsilon == float(info.eps)


def test_the_format_of_bfloat16() -> None:
    form, bfloat16 = FORMATS[DType.BFLOAT16], ml_dtypes.bfloat16
    last, smallest = (float(np.array(bits, np.uint16).view(bfloat16)) for bits in (0x7F7F, 0x0001))
    normal, after_one = (float(np.array(bits, np.uint16).view(bfloat16)) for bits in (0x0080, 0x3F81))
    assert (form.largest, form.smallest) == (last, smallest)
    assert (form.smallest_normal, form.epsilon) == (normal, after_one - 1)


@pytest.mark.parametrize("dtype", FORMATS)
def test_the_parts_of_a_format_fit_together(dtype: DType) -> None:
    """The smallest subnormal is one unit in the last place of the smallest normal number (IEEE 754)."""
    form = FORMATS[dtype]
    assert form.smallest == form.smallest_normal * form.epsilon


def test_bfloat16_reaches_as_far_as_float32() -> None:
    """It is float32 with fewer digits: the same exponents."""
    half, single = FORMATS[DType.BFLOAT16], FORMATS[DType.FLOAT32]
    assert half.smallest_normal == single.smallest_normal
    assert half.largest == (2 - half.epsilon) * 2.0**127
