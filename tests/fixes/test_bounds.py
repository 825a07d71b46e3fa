"""The bounds of masks: at each of them, and beside it, value and derivative are finite in the dtype."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

import ml_dtypes
import numpy as np
import pytest

from nanproof.analysis import Project
from nanproof.fixes.bounds import number_of
from nanproof.source.document import Document
from tests.names.project import Files

DTYPES = {"half": np.float16, "bfloat16": ml_dtypes.bfloat16, "float": np.float32, "double": np.float64}
LARGEST = {"half": 65504.0, "bfloat16": 3.38e38, "float": 3.4e38, "double": 1.79e308}
NUMBER = r"-?[\d.]+(?:e-?\d+)?(?: [+-] [\d.e-]+)?"
BOUNDS = re.compile(rf"clamp\((?:.*, )?(?:min=)?({NUMBER})(?:, ({NUMBER}))?\)|max=({NUMBER})\)")

Derivative = Callable[[float], float]

# The operation as it is called, an operand that reaches its edge, and its derivative.
CASES: dict[str, tuple[str, str, Derivative]] = {
    "division": ("1 / {}", "torch.relu(x)", lambda v: -1 / v**2),
    "square root": ("{}.sqrt()", "torch.softmax(x, -1)", lambda v: 0.5 / math.sqrt(v)),
    "reciprocal square root": ("{}.rsqrt()", "torch.relu(x)", lambda v: -0.5 * v**-1.5),
    "power -0.5": ("{} ** -0.5", "torch.relu(x)", lambda v: -0.5 * v**-1.5),
    "power -1": ("{} ** -1", "torch.relu(x)", lambda v: -1 / v**2),
    "power -2": ("{} ** -2", "torch.relu(x)", lambda v: -2 * v**-3),
    "power -3.5": ("{} ** -3.5", "torch.relu(x)", lambda v: -3.5 * v**-4.5),
    "acos": ("{}.acos()", "torch.tanh(x)", lambda v: -1 / math.sqrt(1 - v * v)),
    "asin": ("{}.asin()", "torch.tanh(x)", lambda v: 1 / math.sqrt(1 - v * v)),
    "atanh": ("{}.atanh()", "torch.tanh(x)", lambda v: 1 / (1 - v * v)),
    "logit": ("{}.logit()", "torch.sigmoid(x)", lambda v: 1 / (v * (1 - v))),
    "exp": ("{}.exp()", "torch.clamp(x, max=1e4)", math.exp),
    "exp2": ("{}.exp2()", "torch.clamp(x, max=1e4)", lambda v: math.log(2) * 2**v),
}


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", CASES)
def test_the_derivative_is_finite_at_the_bounds(name: str, dtype: str) -> None:
    operation, operand, derivative = CASES[name]
    source = f"import torch\ndef f(x):\n    x = x.{dtype}()\n    p = {operand}\n    return {operation.format('p')}\n"
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    fix = next((fix for each in found for fix in each.fixes if fix.title.startswith(("Mask", "Repair"))), None)
    if (name, dtype) == ("power -3.5", "half"):
        assert fix is None  # no operand below 0.1 has a finite derivative there
        return
    assert fix is not None
    match = BOUNDS.search(fix.result)
    assert match is not None, fix.result
    for written in filter(None, match.groups()):
        bound = float(np.array(number_of(written)).astype(DTYPES[dtype]))
        if name == "square root" and written == "1.0":
            continue
        assert abs(derivative(bound)) <= LARGEST[dtype], (fix.result, bound, derivative(bound))
        if dtype != "half" or name.startswith("exp"):  # Adam keeps the square, and clip_grad_norm_ sums it
            assert derivative(bound) ** 2 <= LARGEST[dtype], (fix.result, bound)


@pytest.mark.parametrize(
    ("operand", "bounds"),
    [
        ("torch.tanh(x)", False),  # of either sign: the hole lies in the middle
        ("torch.relu(x)", True),
        ("-torch.relu(x)", False),
    ],
)
def test_a_divisor_is_raised_only_where_it_is_never_negative(operand: str, bounds: bool) -> None:
    source = f"import torch\ndef f(x):\n    p = {operand}\n    return x / p\n"
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    titles = [fix.title for each in found for fix in each.fixes]
    assert any(title.startswith("Mask") for title in titles) is bounds


@pytest.mark.parametrize(
    ("written", "value"), [("1e-10", 1e-10), ("-0.999", -0.999), ("-1 + 1e-15", -1 + 1e-15), ("1 - 1e-15", 1 - 1e-15)]
)
def test_bounds_are_read_as_they_are_written(written: str, value: float) -> None:
    assert number_of(written) == value
