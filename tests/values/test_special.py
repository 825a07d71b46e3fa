"""Functions of mathematics beyond exp and log, against NumPy: no result lies outside of what is inferred."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nanproof.values.dtype import Arithmetic, DType
from nanproof.values.interval import Interval
from nanproof.values.ranges import Range, between, exactly
from nanproof.values.transfer.operands import Operands
from nanproof.values.transfer.special import SPECIAL
from tests.values.numbers import Array, Sample, numbers, samples

DTYPE = DType.FLOAT64


def of_each(function: Callable[[float], float]) -> Callable[[Array], Array]:
    """Return a function of one number as one of arrays."""
    return lambda x: np.array([function(float(each)) for each in x])


def hard_swish(x: float) -> float:
    return x * min(max(x + 3.0, 0.0), 6.0) / 6.0


def mish(x: float) -> float:
    return x * math.tanh(float(np.logaddexp(0.0, x)))


UNARY: dict[str, Callable[[Array], Array]] = {
    "asin": np.arcsin,
    "acos": np.arccos,
    "sinh": np.sinh,
    "cosh": np.cosh,
    "asinh": np.arcsinh,
    "acosh": np.arccosh,
    "atanh": np.arctanh,
    "logit": lambda x: np.log(x) - np.log1p(-x),
    "erfc": of_each(math.erfc),
    "cbrt": np.cbrt,
    "hard_swish": of_each(hard_swish),
    "mish": of_each(mish),
}
BINARY: dict[str, Callable[[Array, Array], Array]] = {
    "atan2": np.arctan2,
    "fmod": np.fmod,
    "logaddexp": np.logaddexp,
}
one = samples(DTYPE)
two = st.tuples(samples(DTYPE), samples(DTYPE))
# Domains are small: what lies in them is drawn as often as what does not.
few = numbers(DTYPE, 2.0)


def inferred(name: str, **roles: Range) -> Range:
    return SPECIAL[name](Operands(roles, Arithmetic(DTYPE), "it"))


def is_known(result: float, known: Range) -> bool:
    """Say whether a result is among what was inferred, but for the last digits."""
    if math.isnan(result):
        return known.may_be_nan
    room = 1e-12 * max(1.0, abs(result)) if math.isfinite(result) else 0.0
    return known.interval.low - room <= result <= known.interval.high + room


@pytest.mark.parametrize("name", UNARY)
@given(sample=one, near=st.lists(few, min_size=1, max_size=3))
def test_results_of_one_operand_are_inferred(name: str, sample: Sample, near: list[float]) -> None:
    with np.errstate(all="ignore"):
        for values, known in (
            (sample.values, inferred(name, x=sample.range)),
            (near, inferred(name, x=between(min(near), max(near)))),
        ):
            assert all(is_known(each, known) for each in UNARY[name](np.array(values)))


@pytest.mark.parametrize("name", BINARY)
@given(drawn=two)
def test_results_of_two_operands_are_inferred(name: str, drawn: tuple[Sample, Sample]) -> None:
    x, y = drawn
    known = inferred(name, x=x.range, y=y.range)
    with np.errstate(all="ignore"):
        for a in x.values:
            for b in y.values:
                assert is_known(float(BINARY[name](np.array([a]), np.array([b]))[0]), known)


@pytest.mark.parametrize("name", ["sinh", "cosh", "asinh", "acosh", "atanh", "logit", "cbrt", "hard_swish"])
@pytest.mark.parametrize("value", [-1000.0, -2.0, -1.0, -0.5, 0.0, 0.25, 1.0, 1.5, 1000.0])
def test_a_point_is_computed(name: str, value: float) -> None:
    with np.errstate(all="ignore"):
        expected = float(UNARY[name](np.array([value]))[0])
    (point,) = inferred(name, x=exactly(value)).points
    assert math.isnan(point.value) if math.isnan(expected) else math.isclose(point.value, expected, rel_tol=1e-9)


@pytest.mark.parametrize("x", [-math.inf, -7.5, 0.0, 7.5, math.inf])
@pytest.mark.parametrize("y", [-2.0, 0.0, 2.0, math.inf])
def test_a_remainder_where_a_number_is_none(x: float, y: float) -> None:
    with np.errstate(invalid="ignore"):
        expected = float(np.fmod(x, y))
    found = inferred("fmod", x=exactly(x), y=exactly(y))
    assert [math.isnan(each.value) if math.isnan(expected) else each.value == expected for each in found.points] == [
        True
    ]
    assert found.may_be_nan or not math.isnan(expected)


@pytest.mark.parametrize(("name", "low", "high"), [("asin", -1.0, 1.0), ("acos", -1.0, 1.0), ("atanh", -1.0, 1.0)])
def test_outside_of_its_domain_it_may_be_nan(name: str, low: float, high: float) -> None:
    assert not inferred(name, x=between(low, high)).may_be_nan
    assert inferred(name, x=between(low - 0.1, high)).may_be_nan
    assert inferred(name, x=between(low, high + 0.1)).may_be_nan
    assert inferred(name, x=Range(Interval(0.0, 0.5), may_be_nan=True)).may_be_nan


def test_what_fills_a_margin_is_held_too() -> None:
    held = between(1.0, 2.0, (1.0,))
    assert inferred("pad", x=held).interval == Interval(0.0, 2.0)
    assert inferred("pad", x=held, value=exactly(5.0)).interval == Interval(1.0, 5.0)
    assert inferred("pad", x=held, value=exactly(5.0)).points == held.points


@pytest.mark.parametrize("slope", [0.01, 0.2, 0.3])
@given(sample=one)
def test_a_slope_below_1_is_held(slope: float, sample: Sample) -> None:
    known = inferred("leaky", x=sample.range)
    assert all(is_known(each if each > 0 else slope * each, known) for each in sample.values)


@pytest.mark.parametrize("name", ["fmod", "logaddexp"])
@pytest.mark.parametrize("role", ["x", "y"])
def test_what_may_be_nan_makes_nan(name: str, role: str) -> None:
    operands = {"x": between(1.0, 2.0), "y": between(1.0, 2.0)}
    assert not inferred(name, **operands).may_be_nan
    assert inferred(name, **{**operands, role: Range(Interval(1.0, 2.0), (), may_be_nan=True)}).may_be_nan
