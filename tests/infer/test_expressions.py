"""Random expressions through the whole engine, against NumPy in float32 and float16: no result leaves its interval."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nanproof.analysis import Project
from nanproof.infer.value import Number
from nanproof.names.scopes import scope_of
from nanproof.source.document import Document
from nanproof.values.dtype import DType
from nanproof.values.ranges import Range
from tests.names.project import Files
from tests.values.numbers import NUMPY, Array, numbers


def _sigmoid(x: Array) -> Array:
    return np.asarray(np.where(x >= 0, 1 / (1 + np.exp(-np.abs(x))), np.exp(-np.abs(x)) / (1 + np.exp(-np.abs(x)))))


# PyTorch's names on NumPy's arrays.
TORCH = SimpleNamespace(
    sigmoid=_sigmoid,
    tanh=np.tanh,
    relu=lambda x: np.maximum(x, x.dtype.type(0)),
    exp=np.exp,
    expm1=np.expm1,
    log=np.log,
    log1p=np.log1p,
    sqrt=np.sqrt,
    abs=np.abs,
    square=np.square,
    sin=np.sin,
    maximum=np.maximum,
    minimum=np.minimum,
    clamp=np.clip,
    where=np.where,
    add=np.add,
    sub=np.subtract,
    mul=np.multiply,
    div=lambda x, y: np.divide(x, y + x.dtype.type(0)),  # no interval knows the sign of a zero divisor
)
_ONE = ("sigmoid", "tanh", "relu", "exp", "expm1", "log", "log1p", "sqrt", "abs", "square", "sin")
_TWO = ("maximum", "minimum", "add", "sub", "mul", "div")
_CONSTANTS = ("0.5", "1", "1.0", "2", "1e-8", "1e-3", "1e-10", "3.0", "-1.0", "1e-46", "100.0")

# How a program says in which dtype it computes; float32 is the default.
CASTS = {DType.FLOAT32: "", DType.FLOAT16: ".half()"}

PROGRAM = """
import torch

def f(x, y):
    x, y = x{cast}, y{cast}
    c = torch.clamp(x, {low}, {high})
    p = torch.sigmoid(y)
    r = torch.relu(x)
    v = {expression}
    return v
"""


def _extended(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    constant = st.sampled_from(_CONSTANTS)
    return st.one_of(
        st.builds("torch.{}({})".format, st.sampled_from(_ONE), inner),
        st.builds("torch.{}({}, {})".format, st.sampled_from(_TWO), inner, inner),
        st.builds("({} {} {})".format, inner, st.sampled_from("+-*"), inner),
        st.builds("({} {} {})".format, inner, st.sampled_from("+-*/"), constant),
        st.builds("({} {} {})".format, constant, st.sampled_from("+-*"), inner),
        st.builds("({} / ({} + 0.0))".format, inner | constant, inner),
        st.builds("(-{})".format, inner),
        st.builds("({} ** 2)".format, inner),
        st.builds("torch.clamp({}, 1e-7, 0.999)".format, inner),
    )


def _chosen(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    constant = st.sampled_from(_CONSTANTS)
    return _extended(inner) | st.builds("torch.where({} > {}, {}, {})".format, inner, constant, inner, inner)


expressions = st.recursive(st.sampled_from(["c", "p", "r", "x"]), _chosen, max_leaves=6)
bounds = st.tuples(st.floats(-4, 4, width=16), st.floats(-4, 4, width=16)).map(sorted)
inputs = {dtype: st.lists(numbers(dtype, 1e30), min_size=1, max_size=8) for dtype in CASTS}


def inferred(source: str) -> Range | None:
    """Return the range of the expression that `return` gives back, None where it is no number."""
    document = Document.from_text("/project/main.py", source)
    place = document.data.rindex(b"return v") + len("return ")
    node = document.tree.root_node.descendant_for_byte_range(place, place + 1)
    assert node is not None
    engine = Project(None, Files({}))._engine(document)
    value = engine.value(engine.general(document, scope_of(node)), node)
    return value.range if isinstance(value, Number) else None


def computed(source: str, x: list[float], y: list[float], dtype: DType) -> Array:
    """Return what NumPy computes for some inputs in a dtype, all pairs of them."""
    names: dict[str, Any] = {}
    names["torch"] = TORCH
    exec(source.replace("import torch", "").replace(CASTS[DType.FLOAT16], ""), names)
    with np.errstate(all="ignore"):
        grid = np.meshgrid(np.array(x, NUMPY[dtype]), np.array(y, NUMPY[dtype]))
        result = np.asarray(names["f"](*grid))
    assert result.dtype == NUMPY[dtype]
    return result


def holds(known: Range, value: float) -> bool:
    """Say whether a result lies in the interval. The sign of zero is not known, so neither is that of 1 / 0."""
    signs = (1, -1) if math.isinf(value) else (1,)
    return math.isnan(value) or any(known.interval.contains(sign * value) for sign in signs)


def leaves_no_interval(expression: str, clip: list[float], x: list[float], y: list[float], dtype: DType) -> None:
    source = PROGRAM.format(expression=expression, low=clip[0], high=clip[1], cast=CASTS[dtype])
    known = inferred(source)
    if known is None:
        return
    for result in computed(source, x, y, dtype).ravel():
        assert holds(known, float(result)), f"{expression} is {result}, outside {known}"


@settings(max_examples=500)
@given(expressions, bounds, inputs[DType.FLOAT32], inputs[DType.FLOAT32])
@example("(p * (1 - p))", [0.0, 1.0], [0.0], [-200.0, 0.0, 200.0])
@example("((1e-8 + 1) - p)", [0.0, 1.0], [0.0], [200.0])
@example("(torch.exp(x) / (torch.exp(x) + 1.0))", [0.0, 1.0], [-300.0, 0.0, 80.0], [0.0])
@example("(x - c)", [-1.0, 1.0], [-5.0, 5.0], [0.0])
@example("torch.sigmoid(torch.exp(x))", [0.0, 1.0], [-300.0, 300.0], [0.0])
@example("(1e-8 + (x ** 2))", [0.0, 1.0], [0.0], [0.0])
def test_no_result_leaves_the_interval(expression: str, clip: list[float], x: list[float], y: list[float]) -> None:
    leaves_no_interval(expression, clip, x, y, DType.FLOAT32)


@settings(max_examples=300)
@given(expressions, bounds, inputs[DType.FLOAT16], inputs[DType.FLOAT16])
@example("(1 - (p * 1e-8))", [0.0, 1.0], [0.0], [-20.0, 20.0])
@example("torch.exp(r)", [0.0, 1.0], [11.0, 12.0], [0.0])
def test_nor_in_half_precision(expression: str, clip: list[float], x: list[float], y: list[float]) -> None:
    leaves_no_interval(expression, clip, x, y, DType.FLOAT16)


@settings(max_examples=300)
@given(expressions, bounds)
def test_every_point_lies_in_the_interval(expression: str, clip: list[float]) -> None:
    known = inferred(PROGRAM.format(expression=expression, low=clip[0], high=clip[1], cast=""))
    for point in known.points if known is not None else ():
        assert known is None or holds(known, point.value), expression


@settings(max_examples=150)
@given(st.recursive(st.sampled_from(["p", "r"]), _extended, max_leaves=4))
def test_what_is_said_to_be_taken_is_taken(expression: str) -> None:
    """A point of an expression of activations alone is reached by some input: saturated or not, up to rounding."""
    source = PROGRAM.format(expression=expression, low=0.0, high=1.0, cast="")
    known = inferred(source)
    points = {point.value for point in known.points} if known is not None else set()
    if not any(value == 0 for value in points):
        return
    samples = [0.0, 1.0, -1.0, 1e4, -1e4, 104.0, -104.0, 17.0, -17.0, 0.5, 1e-8]
    results = computed(source, samples, samples, DType.FLOAT32)
    assert (results == 0).any(), f"{expression} is never 0"
