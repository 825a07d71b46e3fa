"""The mask that is offered: finite in value and gradient in the operand's dtype, and no change of what was valid."""

from __future__ import annotations

import re
from itertools import pairwise

import ml_dtypes
import numpy as np
import pytest

from nanproof.analysis import Diagnosis, Project
from nanproof.fixes.applied import edited
from nanproof.source.document import Document
from tests.names.project import Files

DTYPES = {"half": np.float16, "bfloat16": ml_dtypes.bfloat16, "float": np.float32, "double": np.float64}
FUNCTIONS = {"log": np.log, "log2": np.log2, "log10": np.log10, "log1p": np.log1p}
OPERANDS = ("torch.softmax(x, -1)", "torch.relu(x)", "torch.tanh(x)", "1 - torch.sigmoid(x)", "-torch.sigmoid(x)")
BOUND = re.compile(r"min=([-+.\de ]+)\)|, ([-+.\de ]+), [\d.]+\)")


def only(source: str) -> Diagnosis:
    """Return the only diagnosis of a program."""
    (found,) = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    return found


def lower_bound(result: str) -> float:
    """Return the bound that a fix writes."""
    match = BOUND.search(result)
    assert match is not None, result
    return float(sum(float(part) for part in (match[1] or match[2]).replace("-1 + ", "-1 ").split()))


@pytest.mark.parametrize("operand", OPERANDS)
@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("dtype", DTYPES)
def test_value_and_gradient_are_finite_at_the_bound(dtype: str, function: str, operand: str) -> None:
    source = f"import torch\ndef f(x):\n    x = x.{dtype}()\n    return torch.{function}({operand})\n"
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    if not found:
        assert function == "log1p"  # log1p of what is never negative is valid
        return
    fix = next((fix for fix in found[0].fixes if fix.title.startswith("Mask")), None)
    assert fix is not None
    bound = np.array(lower_bound(fix.result)).astype(DTYPES[dtype])
    one = np.array(1.0).astype(DTYPES[dtype])
    with np.errstate(all="raise"):
        value = FUNCTIONS[function](bound.astype(np.float64)).astype(DTYPES[dtype])
        gradient = one / (one + bound if function == "log1p" else bound)
    assert np.isfinite(value.astype(np.float64))
    assert np.isfinite(gradient.astype(np.float64))


@pytest.mark.parametrize(
    ("operand", "has_top"), [("torch.softmax(x, -1)", True), ("torch.relu(x)", False), ("torch.abs(x) - 1", False)]
)
def test_only_what_ends_at_one_gets_an_upper_bound(operand: str, has_top: bool) -> None:
    found = only(f"import torch\nx = torch.relu(y)\np = {operand}\nq = torch.log(p)\n")
    fix = next(fix for fix in found.fixes if fix.title.startswith("Mask"))
    assert fix.result.endswith("1.0))") == has_top


@pytest.mark.parametrize(
    ("operation", "promised"),
    [
        ("torch.log(torch.softmax(x, -1))", "operands above 1e-10 keep their value; at 1e-10 value and gradient"),
        ("torch.log(torch.relu(x))", "operands above 1e-10 keep their value; at 1e-10 value and gradient"),
        (
            "torch.logit(torch.sigmoid(x))",
            "operands between the bounds keep their value; at the bounds value and gradient",
        ),
    ],
)
def test_which_operands_keep_their_value(operation: str, promised: str) -> None:
    found = only(f"import torch\ndef f(x):\n    return {operation}\n")
    assert any(fix.reason.startswith(promised) for fix in found.fixes)


def test_the_fixes_of_a_finding() -> None:
    found = only("import torch\np = torch.relu(y)\nq = torch.log(p)\n")
    assert [fix.preferred for fix in found.fixes].count(True) == 1
    assert found.fixes[0].preferred
    assert [fix.suppresses for fix in found.fixes][-1]
    for fix in found.fixes:
        assert fix.title
        assert fix.reason
        spans = sorted(edit.span for edit in fix.edits)
        assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("imports", "call", "result"),
    [
        ("import tensorflow as tf", "tf.math.log(p)", "tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))"),
        ("import tensorflow", "tensorflow.math.log(p)", "tensorflow.math.log(tensorflow.clip_by_value(p, 1e-10, 1.0))"),
        ("from tensorflow import math", "math.log(p)", "math.log(tf.clip_by_value(p, 1e-10, 1.0))"),
        ("from tensorflow.math import log", "log(p)", "log(tf.clip_by_value(p, 1e-10, 1.0))"),
        ("import torch", "torch.log(p)", "torch.log(torch.clamp(p, 1e-10, 1.0))"),
        ("import torch", "p.log()", "p.clamp(1e-10, 1.0).log()"),
        ("import jax.numpy as jnp", "jnp.log(p)", "jnp.log(jnp.clip(p, 1e-10, 1.0))"),
        ("import jax", "jax.numpy.log(p)", "jax.numpy.log(jax.numpy.clip(p, 1e-10, 1.0))"),
        ("from jax import numpy", "numpy.log(p)", "numpy.log(numpy.clip(p, 1e-10, 1.0))"),
        ("import numpy as np", "np.log(p)", "np.log(np.clip(p, 1e-10, 1.0))"),
        ("from keras import ops", "ops.log(p)", "ops.log(ops.clip(p, 1e-10, 1.0))"),
        ("import keras.backend as K", "K.log(p)", "K.log(K.clip(p, 1e-10, 1.0))"),
        ("import tensorflow.keras.backend as K", "K.log(p)", "K.log(K.clip(p, 1e-10, 1.0))"),
    ],
)
def test_in_the_words_of_the_file(imports: str, call: str, result: str) -> None:
    producer = "import torch as producer\np = producer.softmax(x, -1)"
    found = only(f"{imports}\n{producer}\nq = {call}\n")
    fix = next(fix for fix in found.fixes if fix.title.startswith("Mask"))
    assert fix.result == result


def test_a_divisor_that_is_changed_in_place_in_each_round_has_an_end() -> None:
    body = "    for _ in range(3):\n        z += 1\n        w = 1 / z.relu()\n    return w\n"
    program = f"import torch\n\n\ndef f(z):\n{body}"
    (found,) = Project(None, Files({})).diagnose(Document.from_text("a.py", program))
    assert found.fixes


SPREAD = """\
import torch


def f(x):
    return torch.log(
        torch.softmax(  # over the classes
            torch.einsum("ij,jk->ik", x, x),
            dim=-1,
        ){comma}
    )
"""
MASKED = """\
        torch.clamp(
            torch.softmax(  # over the classes
                torch.einsum("ij,jk->ik", x, x),
                dim=-1,
            ),
            1e-10,
            1.0,
        ){comma}
    )
"""


@pytest.mark.parametrize("comma", ["", ","])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_an_operand_of_several_lines_is_spread_as_formatters_do(comma: str, line_end: str) -> None:
    written = SPREAD.format(comma=comma).replace("\n", line_end)
    document = Document.from_text("a.py", written)
    (found,) = Project(None, Files({})).diagnose(document)
    fix = next(fix for fix in found.fixes if fix.title.startswith("Mask"))
    assert edited(document, [fix]).text.endswith(MASKED.format(comma=comma).replace("\n", line_end))
