"""The form of the files of claims, and what is said when one is wrong; the generated page."""

from __future__ import annotations

from pathlib import Path

import pytest

from nanproof.catalog import CatalogError, load
from nanproof.catalog.claim_schema import load_claims, parse_claims
from nanproof.catalog.program import call, expression, gradient_line, line
from nanproof.explain.catalog_page import page

PAGE = Path(__file__).parents[2] / "docs" / "catalog.md"
CLAIMS = """
[[mask]]
of = "log"
by = "maximum"
program = "log(maximum(x, e))"
at = [0.0]
safe = [1.0]
protects = ["value"]
value = { float32 = 1e-7 }
[[twin]]
composition = "log(softmax(x))"
twin = "log_softmax(x)"
at = [0.0, 2000.0]
safe = [0.0]
[[case]]
of = "std"
with = { x = [2.0, 2.0] }
value = "finite"
besides = { torch = { gradient = "finite" } }
[[difference]]
functions = ["log"]
flavours = ["jax.jit"]
what = "value"
becomes = "nan"
note = "for a test"
[[call]]
names = ["torch.softmax"]
arguments = "dim=-1"
[[meaning]]
functions = ["divide"]
formula = "x / y"
[[meaning]]
operations = ["torch.Tensor.addcdiv"]
formula = "x + x / y"
[[exchangeable]]
functions = ["add"]
note = "for a test"
[[named]]
role = "low"
names = ["a_min"]
"""
BROKEN = {
    "unknown function": ('of = "log"', 'of = "lgo"', "toy.toml: mask 1 (lgo): of: unknown function 'lgo'"),
    "unknown mask": ('by = "maximum"', 'by = "max1"', "toy.toml: mask 1 (log): by: unknown function 'max1'"),
    "no expression": ("maximum(x, e))", "maximum(x, e)", "toy.toml: mask 1 (log): program: 'log(maximum(x, e)' is no"),
    "unknown in expression": ("log_softmax(x)", "logsoftmax(x)", "twin 1 (log(softmax(x))): twin: unknown function"),
    "unknown dtype": ("float32 = 1e-7", "float31 = 1e-7", "mask 1 (log): value: 'float31' must be one of float16"),
    "unknown outcome": ('gradient = "finite"', 'gradient = "fine"', "besides.torch: gradient: 'fine' must be one of"),
    "unknown flavour": ("jax.jit", "jax.vmap", "flavours: 'jax.vmap' must be one of tensorflow"),
    "unknown role": ("x = [2.0, 2.0]", "z = [2.0, 2.0]", "case 1 (std): with: unknown role 'z'"),
    "unknown operation": ("torch.softmax", "torch.softmin", "call 1: names: unknown operation 'torch.softmin'"),
    "unknown field": ('note = "for a test"', 'notes = "for a test"', "difference 1 (['log']): notes: unknown field"),
    "missing": ('note = "for a test"', "", "difference 1 (['log']): note: is missing"),
    "unknown meaning": ('["divide"]', '["devide"]', "meaning 1 (['devide']): functions: unknown function 'devide'"),
    "unknown exchange": ('["add"]', '["ad"]', "exchangeable 1 (['ad']): functions: unknown function 'ad'"),
    "no TOML": ("[[call]]", "[[call]", "toy.toml: file: syntax:"),
}


def test_the_form_is_read() -> None:
    claims = parse_claims({"toy.toml": CLAIMS}, load())
    assert claims.masks_of("log")[0].value == {"float32": 1e-7}
    assert claims.twins_of("softmax") == claims.twins_of("log") == list(claims.twins)
    assert claims.exchangeable == {"add": "for a test"}
    assert claims.named == {"a_min": "low"}
    for operation, formula in (("torch.div", "x / y"), ("torch.Tensor.addcdiv", "x + x / y"), ("torch.log", "")):
        function = "divide" if operation == "torch.div" else "other"
        told = claims.meaning_of(function, operation)
        assert (told.formula if told is not None else "") == formula
    assert claims.cases_of("std")[0].expected("torch") == ("finite", "finite")
    assert claims.cases_of("std")[0].expected("jax.jit") == ("finite", None)
    assert claims.differences_of("log", "jax.numpy.log")[0].applies("jax.jit", "float32", "value", 1.0)
    assert not claims.differences_of("log", "jax.numpy.log")[0].applies("jax", "float32", "value", 1.0)


@pytest.mark.parametrize(("before", "after", "message"), BROKEN.values(), ids=BROKEN)
def test_what_is_wrong_is_told_with_file_entry_and_field(before: str, after: str, message: str) -> None:
    assert CLAIMS.count(before) >= 1
    with pytest.raises(CatalogError) as caught:
        parse_claims({"toy.toml": CLAIMS.replace(before, after, 1)}, load())
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("torch.log", "import torch; torch.log(torch.tensor(0.0))"),
        ("torch.Tensor.log_", "import torch; torch.tensor(0.0).clone().log_()"),
        ("tensorflow.log", "import tensorflow as tf; tf.math.log(tf.constant(0.0))"),
        ("jax.numpy.log", "import jax.numpy as jnp; jnp.log(jnp.array(0.0))"),
        ("keras.ops.log", "import keras; keras.ops.log(keras.ops.array(0.0))"),
        ("numpy.log", "import numpy as np; np.log(np.array(0.0))"),
        ("math.log", "import math; math.log(0.0)"),
    ],
)
def test_a_witness_is_one_line_to_paste(name: str, expected: str) -> None:
    operation = load().operation(name)
    assert operation is not None
    assert line(operation.framework, call(operation, ["x"]), operation.function.witness) == expected


def test_a_derivative_is_one_line_to_paste() -> None:
    operation = load().operation("torch.sqrt")
    assert operation is not None
    program = gradient_line(operation.framework, call(operation, ["x"]), operation.function.gradient_witness, "x")
    assert program == "import torch; torch.func.grad(lambda x: torch.sqrt(x).sum())(torch.tensor(0.0))"


def test_an_expression_comes_out_in_the_names_of_a_framework() -> None:
    catalog = load()
    spelt = {each: expression(catalog, catalog.frameworks[each], "log(maximum(x, e))") for each in ("torch", "jax")}
    assert spelt == {
        "torch": "torch.log(torch.clamp(x, min=e))",
        "jax": "jax.numpy.log(jax.numpy.maximum(x, e))",
    }


def test_the_page_is_that_of_the_catalogue() -> None:
    assert PAGE.read_text("utf-8") == page(load(), load_claims()), "run python scripts/docs.py"
