"""Functions of one operand, against NumPy: no result leaves the inferred interval, every point is really taken."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanproof.values.dtype import Arithmetic, DType
from nanproof.values.ranges import UNKNOWN_RANGE, exactly
from nanproof.values.transfer.elementwise import ELEMENTWISE
from nanproof.values.transfer.operands import Operands
from tests.values.numbers import NUMPY, Array, Sample, dtypes, flushed, samples, ulps_apart

# Kernels of different libraries differ by some units in the last place.
KERNEL_ULPS = 8


def _in_double(function: Callable[[Array], Array]) -> Callable[[Array], Array]:
    """Compute in double and round once: the best that a kernel can do."""
    return lambda x: function(x.astype(np.float64)).astype(x.dtype)


def _sigmoid(x: Array) -> Array:
    return np.where(x >= 0, 1 / (1 + np.exp(-np.abs(x))), np.exp(-np.abs(x)) / (1 + np.exp(-np.abs(x))))


def _softplus(x: Array) -> Array:
    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))


def _erf(x: Array) -> Array:
    return np.array([math.erf(each) for each in x])


def _relu(x: Array) -> Array:
    return np.maximum(x, 0)


def _elu(x: Array) -> Array:
    return np.where(x > 0, x, np.expm1(np.minimum(x, 0)))


REFERENCES: dict[str, Callable[[Array], Array]] = {
    "exp": np.exp,
    "exp2": np.exp2,
    "expm1": np.expm1,
    "log": np.log,
    "log2": np.log2,
    "log10": np.log10,
    "log1p": np.log1p,
    "sqrt": np.sqrt,
    "rsqrt": lambda x: (1 / np.sqrt(x)).astype(x.dtype),
    "sigmoid": _in_double(_sigmoid),
    "hard_sigmoid": _in_double(lambda x: np.clip(x / 6 + 0.5, 0, 1)),
    "log_sigmoid": _in_double(lambda x: -_softplus(-x)),
    "softplus": _in_double(_softplus),
    "softsign": _in_double(lambda x: x / (1 + np.abs(x))),
    "tanh": np.tanh,
    "relu": _relu,
    "relu6": lambda x: np.minimum(np.maximum(x, 0), 6).astype(x.dtype),
    "leaky_relu": _in_double(lambda x: np.where(x > 0, x, 0.2 * x)),
    "elu": _in_double(_elu),
    "selu": _in_double(
        lambda x: 1.0507009873554805 * np.where(x > 0, x, 1.6732632423543772 * np.expm1(np.minimum(x, 0)))
    ),
    "gelu": _in_double(lambda x: x * 0.5 * (1 + _erf(x / math.sqrt(2)))),
    "silu": _in_double(lambda x: x * _sigmoid(x)),
    "abs": np.abs,
    "square": np.square,
    "negative": np.negative,
    "sign": np.sign,
    "arctan": np.arctan,
    "erf": _in_double(_erf),
    "round": np.round,
    "floor": np.floor,
    "trunc": np.trunc,
    "ceil": np.ceil,
    "sin": np.sin,
    "cos": np.cos,
}


def results(name: str, values: tuple[float, ...], dtype: DType) -> list[float]:
    """Return what NumPy computes for each value, in the dtype."""
    with np.errstate(all="ignore"):
        computed = REFERENCES[name](np.array(values, NUMPY[dtype]))
    assert computed.dtype == NUMPY[dtype]
    return [float(each) for each in computed]


def test_every_function_has_a_reference() -> None:
    assert set(REFERENCES) == set(ELEMENTWISE)


drawn_samples = dtypes.flatmap(lambda dtype: st.tuples(st.just(dtype), samples(dtype)))


@pytest.mark.parametrize("name", sorted(REFERENCES))
@settings(max_examples=50)
@given(drawn=drawn_samples, flushes=st.booleans())
def test_no_result_leaves_the_interval(name: str, drawn: tuple[DType, Sample], flushes: bool) -> None:
    dtype, sample = drawn[0], drawn[1].flushed(drawn[0]) if flushes else drawn[1]
    known = ELEMENTWISE[name](Operands({"x": sample.range}, Arithmetic(dtype, flushes), "it"))
    for value, result in zip(sample.values, results(name, sample.values, dtype), strict=True):
        if math.isnan(result):
            assert known.may_be_nan, f"{name}({value}) is NaN"
            continue
        kept = flushed(result, dtype) if flushes else result
        assert known.interval.contains(kept), f"{name}({value}) is {kept}, outside {known.interval}"


@pytest.mark.parametrize("name", sorted(REFERENCES))
@settings(max_examples=50)
@given(drawn=drawn_samples)
def test_every_point_is_taken(name: str, drawn: tuple[DType, Sample]) -> None:
    dtype, sample = drawn
    if not sample.range.points:
        return
    known = ELEMENTWISE[name](Operands({"x": sample.range}, Arithmetic(dtype), "it"))
    taken = results(name, tuple(point.value for point in sample.range.points), dtype)
    for point in known.points:
        nearest = min(ulps_apart(point.value, result, dtype) for result in taken)
        assert nearest <= KERNEL_ULPS, f"{name} never gives {point.value}, but {taken}"
    assert len(known.points) == len({repr(point) for point in known.points})


@pytest.mark.parametrize("name", sorted(REFERENCES))
@settings(max_examples=50)
@given(drawn=drawn_samples)
def test_every_point_lies_in_the_interval(name: str, drawn: tuple[DType, Sample]) -> None:
    dtype, sample = drawn
    known = ELEMENTWISE[name](Operands({"x": sample.range}, Arithmetic(dtype), "it"))
    for point in known.points:
        assert math.isnan(point.value) or known.interval.contains(point.value)


@pytest.mark.parametrize("name", sorted(REFERENCES))
@pytest.mark.parametrize("dtype", list(NUMPY))
def test_of_the_unknown_everything_is_possible(name: str, dtype: DType) -> None:
    known = ELEMENTWISE[name](Operands({"x": UNKNOWN_RANGE}, Arithmetic(dtype), "it"))
    values = (-1e4, -20.0, -1.0, -1e-7, 0.0, 1e-7, 1.0, 20.0, 1e4)
    assert all(math.isnan(each) or known.interval.contains(each) for each in results(name, values, dtype))


@pytest.mark.parametrize("name", ["abs", "exp", "negative", "log", "square"])
def test_nothing_is_said_to_be_taken_of_the_unknown(name: str) -> None:
    assert ELEMENTWISE[name](Operands({"x": UNKNOWN_RANGE}, Arithmetic(DType.FLOAT32), "it")).points == ()


ACTIVATIONS = (
    "sigmoid",
    "hard_sigmoid",
    "log_sigmoid",
    "softplus",
    "tanh",
    "relu",
    "relu6",
    "leaky_relu",
    "elu",
    "selu",
)


@pytest.mark.parametrize("name", [*ACTIVATIONS, "gelu", "silu"])
def test_of_the_unknown_an_activation_takes_what_it_is_for_logits(name: str) -> None:
    assert ELEMENTWISE[name](Operands({"x": UNKNOWN_RANGE}, Arithmetic(DType.FLOAT32), "it")).points


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "relu", "softplus", "elu"])
def test_an_activation_is_fed_with_logits(name: str) -> None:
    known = ELEMENTWISE[name](Operands({"x": UNKNOWN_RANGE}, Arithmetic(DType.FLOAT32), "it"))
    assert {point.value for point in known.points} >= {known.interval.low}


@pytest.mark.parametrize(
    ("name", "argument", "dtype", "value"),
    [
        # FACTS, T1: where the open ends of ranges are closed.
        ("sigmoid", 17.5, DType.FLOAT32, 1.0),
        ("sigmoid", -104.0, DType.FLOAT32, 0.0),
        ("sigmoid", 8.5, DType.FLOAT16, 1.0),
        ("sigmoid", 37.0, DType.FLOAT64, 1.0),
        ("tanh", 10.0, DType.FLOAT32, 1.0),
        ("tanh", -4.6, DType.FLOAT16, -1.0),
        ("exp", 88.8, DType.FLOAT32, math.inf),
        ("exp", -104.0, DType.FLOAT32, 0.0),
        ("exp", 11.2, DType.FLOAT16, math.inf),
        ("exp", -17.4, DType.FLOAT16, 0.0),
        ("softplus", -104.0, DType.FLOAT32, 0.0),
        ("square", 256.0, DType.FLOAT16, math.inf),
        ("elu", -20.0, DType.FLOAT32, -1.0),
    ],
)
def test_measured_ends(name: str, argument: float, dtype: DType, value: float) -> None:
    known = ELEMENTWISE[name](Operands({"x": exactly(argument)}, Arithmetic(dtype), "it"))
    assert [point.value for point in known.points] == [value]
    assert known.interval.contains(value)
