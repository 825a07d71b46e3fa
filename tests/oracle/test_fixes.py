"""The fixes on the real frameworks: wrong before, finite after in value and gradient, the same where all was right."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
os.environ.setdefault("KERAS_BACKEND", "tensorflow")

import numpy as np
import numpy.typing as npt
import pytest

from nanproof.analysis import Project
from nanproof.fixes.applied import edited
from nanproof.source.document import Document
from tests.names.project import Files
from tests.oracle.fix_programs import EPSILON, MASK, PROGRAMS, REPAIR, Program

Array = npt.NDArray[np.float64]
Result = tuple[Array, Array]
Function = Callable[[Any], Any]

# What rounding may change: a few units in the last place of the dtype that the program computes in.
TOLERANCE = {"float16": 4e-3, "bfloat16": 4e-2, "float32": 2e-6, "float64": 1e-12}
MODULES = {"torch": "torch", "tensorflow": "tensorflow", "jax": "jax", "numpy": "scipy", "keras": "keras"}


def needs(framework: str) -> None:
    """Skip where a framework is not installed; with CI=true that is a failure."""
    wanted = (MODULES[framework], "tensorflow") if framework == "keras" else (MODULES[framework],)
    lacking = [module for module in wanted if find_spec(module) is None]
    if lacking and os.environ.get("CI") == "true":
        pytest.fail(f"CI=true, and so every fix must be executed: {lacking} is missing")
    if lacking:
        pytest.skip(f"not run: {lacking} is missing")


def mended(program: Program) -> str:
    """Return the program after the fix of its kind."""
    document = Document.from_text("a.py", program.source)
    found = Project(None, Files({})).diagnose(document)
    kinds = (program.kind, REPAIR) if program.kind == MASK else (program.kind,)  # a mask that is there is moved
    fixes = [fix for each in found for fix in each.fixes if fix.title.startswith(kinds)]
    assert fixes, f"no such fix; found {[(each.finding.code, each.finding.message) for each in found]}"
    return edited(document, fixes[:1]).text


@cache
def function_of(source: str) -> Function:
    """Return the function that a program defines."""
    namespace: dict[str, Any] = {}
    exec(compile(source, "program.py", "exec"), namespace)
    function: Function = namespace["f"]
    return function


def run(program: Program, source: str, values: object) -> Iterator[tuple[str, Result]]:
    """Run a program in each way in which its framework can, and yield value and gradient."""
    function = function_of(source)
    match program.framework:
        case "torch":
            yield "torch", _in_torch(function, values)
        case "tensorflow" | "keras":
            yield "eager", _in_tensorflow(function, values)
            yield "tf.function", _in_tensorflow(function, values, compiled=True)
        case "jax":
            yield "jax", _in_jax(function, values)
            yield "jax.jit", _in_jax(function, values, compiled=True)
        case _:
            with np.errstate(all="ignore"):
                result = np.asarray(function(np.asarray(values, np.float64)), np.float64)
            yield "numpy", (result, np.zeros(1))


def _in_torch(function: Function, values: object) -> Result:
    torch = import_module("torch")

    x = torch.tensor(values, dtype=torch.float32, requires_grad=True)
    result = function(x)
    result.sum().backward()
    return _array(result.detach().double().numpy()), _array(x.grad)


def _in_tensorflow(function: Function, values: object, *, compiled: bool = False) -> Result:
    tf = import_module("tensorflow")

    def differentiated(x: Any) -> tuple[Any, Any]:
        with tf.GradientTape() as tape:
            tape.watch(x)
            result = function(x)
            total = tf.reduce_sum(result)
        return result, tape.gradient(total, x)

    x = tf.constant(values, tf.float32)
    result, gradient = (tf.function(differentiated) if compiled else differentiated)(x)
    return _array(result), _array(gradient)


def _in_jax(function: Function, values: object, *, compiled: bool = False) -> Result:
    jax, jnp = import_module("jax"), import_module("jax.numpy")

    x = jnp.asarray(values, jnp.float32)
    chosen = jax.jit(function) if compiled else function
    return _array(chosen(x)), _array(jax.grad(lambda each: jnp.sum(chosen(each)))(x))


def _array(values: Any) -> Array:
    return np.asarray(values, np.float64)


def is_finite(result: Result) -> bool:
    return bool(all(np.isfinite(each).all() for each in result))


@pytest.mark.parametrize("program", PROGRAMS, ids=str)
def test_what_was_wrong_is_finite_and_what_was_right_is_the_same(program: Program) -> None:
    needs(program.framework)
    after = mended(program)
    before = dict(run(program, program.source, program.wrong))
    assert not all(is_finite(each) for each in before.values()), f"nothing is wrong: {before}"
    for flavour, result in run(program, after, program.wrong):
        assert is_finite(result), f"{flavour}: {result} after\n{after}"
    expected = dict(run(program, program.source, program.right))
    tolerance = TOLERANCE[program.dtype]
    for flavour, result in run(program, after, program.right):
        assert is_finite(expected[flavour]), f"{flavour}: {expected[flavour]} is not right"
        moved = 1e-2 if program.dtype == "float16" else 1e-7
        close = tolerance + (moved if program.kind == EPSILON else 0)
        for here, there in zip(result, expected[flavour], strict=True):
            np.testing.assert_allclose(here, there, rtol=close, atol=close, err_msg=f"{flavour}\n{after}")


def test_every_kind_of_fix_is_executed() -> None:
    counted = {(program.framework, program.kind) for program in PROGRAMS}
    assert {kind for framework, kind in counted if framework == "torch"} >= {
        "Mask the operand",
        "Use the stable function",
        "Add an epsilon",
        "Use the loss that takes logits",
        "Normalise",
        "Divide by 1 where the divisor is nearly 0",
    }
    for framework in ("torch", "tensorflow", "jax", "numpy", "keras"):
        assert (framework, "Mask the operand") in counted
        assert (framework, "Use the stable function") in counted
