"""No repair takes a new value for an old one: each program runs before and after every single repair that is offered.

What is right stays as it is, in value, dtype, shape and gradient, after safe repairs and unsafe ones; after a safe one
value and gradient are finite where they were not.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
os.environ.setdefault("KERAS_BACKEND", "tensorflow")

import numpy as np
import numpy.typing as npt
import pytest

from nanproof.analysis import Project
from nanproof.fixes.applied import Proposed, at_once, edited
from nanproof.fixes.fix import Applicability, Fix
from nanproof.source.document import Document
from tests.names.project import Files
from tests.oracle.mutation_programs import MUTATIONS
from tests.oracle.rebound_programs import FRAMEWORKS, RIGHT, WAYS, WRONG, Rebound, Way, programs
from tests.oracle.test_fixes import needs

# A few units in the last place of float32, and what an epsilon of 1e-7 moves.
TOLERANCE = 4e-6
# These stand in place of what is wrong, and keep value and gradient finite wherever it may lie.
_STABLE = ("Use the stable function", "Use the loss")


@dataclass(frozen=True)
class Computed:
    """What a program computes of one input, and the derivative of its sum."""

    value: npt.NDArray[np.float64]
    gradient: npt.NDArray[np.float64]
    dtype: str

    @property
    def is_finite(self) -> bool:
        return bool(np.isfinite(self.value).all() and np.isfinite(self.gradient).all())


@pytest.mark.parametrize(("framework", "way"), [
    pytest.param(framework, way, id=f"{framework}-{way.name}")
    for framework in FRAMEWORKS for way in (*WAYS, *MUTATIONS) if framework in way.frameworks
])  # fmt: skip
def test_a_repair_computes_what_was_computed(framework: str, way: Way) -> None:
    needs(framework)
    problems = [problem for program in programs(framework, way) for problem in _problems(program)]
    assert not problems, "\n\n".join(["", *problems])


def _problems(program: Rebound) -> Iterator[str]:
    document = Document.from_text("a.py", program.source)
    found = Project(None, Files({})).diagnose(document)
    fixes = [(each.finding.code, fix) for each in found for fix in each.fixes if fix.edits and not fix.suppresses]
    if not fixes:
        return
    before = _before(program)
    if before is None or not before.is_finite:
        return  # it was not right
    for code, fix in fixes:
        if program.way.is_hidden and fix.applicability is not Applicability.SAFE:
            continue
        after = edited(document, [fix]).text
        for fault in _faults(program, before, after, fix):
            yield f"{program}: {code}, {fix.applicability.value}: {fix.title}: {fault}\n{after}"
    together = [Proposed(each.finding.code, each.finding.span.start, fix)
                for each in found for fix in _stable(each.fixes)[:1]]  # fmt: skip
    if len(together) > 1:
        after = edited(document, (each.fix for each in at_once(document, together))).text
        yield from (f"{program}, all at once: {fault}\n{after}" for fault in _moved(program, before, after))


def _before(program: Rebound) -> Computed | None:
    """Run a program as it is; None where PyTorch refuses the backward pass, because what it kept was changed."""
    try:
        return _run(program.framework, program.source, RIGHT)
    except RuntimeError as fault:
        if "modified by an inplace operation" not in str(fault):
            raise
        return None


def _stable(fixes: tuple[Fix, ...]) -> list[Fix]:
    return [fix for fix in fixes if fix.title.startswith(_STABLE)]


def _faults(program: Rebound, before: Computed, after: str, fix: Fix) -> Iterator[str]:
    moved = list(_moved(program, before, after))
    yield from moved
    if moved or program.way.is_twice:
        return
    if fix.applicability is Applicability.SAFE and fix.title.startswith(_STABLE):
        result = _run(program.framework, after, WRONG)
        if not result.is_finite:
            yield f"is not finite: {result}"


def _moved(program: Rebound, before: Computed, after: str) -> Iterator[str]:
    try:
        result = _run(program.framework, after, RIGHT)
    except Exception as fault:
        yield f"does not run: {type(fault).__name__}: {fault}"
        return
    if (result.dtype, result.value.shape) != (before.dtype, before.value.shape):
        yield f"dtype and shape {result.dtype} {result.value.shape}, not {before.dtype} {before.value.shape}"
        return
    for what, here, there in (("value", result.value, before.value), ("gradient", result.gradient, before.gradient)):
        if not np.allclose(here, there, rtol=TOLERANCE, atol=TOLERANCE):
            yield f"another {what}: {here}, and not {there}"


def _run(framework: str, source: str, values: list[list[float]]) -> Computed:
    """Run a program, each time from its beginning: it may keep something in the module."""
    namespace: dict[str, Any] = {}
    exec(compile(source, "program.py", "exec"), namespace)
    return _RUNS[framework](namespace["f"], values)


def _in_torch(function: Any, values: list[list[float]]) -> Computed:
    torch = import_module("torch")
    x = torch.tensor(values, dtype=torch.float32, requires_grad=True)
    result = function(x)
    result.sum().backward()
    gradient = x.grad if x.grad is not None else torch.zeros_like(x)
    return Computed(_array(result.detach()), _array(gradient), str(result.dtype))


def _in_tensorflow(function: Any, values: list[list[float]]) -> Computed:
    tf = import_module("tensorflow")
    x = tf.constant(values, tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(x)
        result = function(x)
        total = tf.reduce_sum(result)
    return Computed(_array(result), _array(tape.gradient(total, x)), str(result.dtype))


def _in_jax(function: Any, values: list[list[float]]) -> Computed:
    jax, jnp = import_module("jax"), import_module("jax.numpy")

    def total(x: Any) -> tuple[Any, Any]:
        result = function(x)
        return jnp.sum(result), result

    x = jnp.asarray(values, jnp.float32)
    (_, result), gradient = jax.value_and_grad(total, has_aux=True)(x)
    return Computed(_array(result), _array(gradient), str(result.dtype))


def _in_numpy(function: Any, values: list[list[float]]) -> Computed:
    with np.errstate(all="ignore"):
        result = function(np.asarray(values, np.float64))
    return Computed(_array(result), np.zeros(1), str(np.asarray(result).dtype))


_RUNS = {
    "torch": _in_torch,
    "tensorflow": _in_tensorflow,
    "keras": _in_tensorflow,
    "jax": _in_jax,
    "numpy": _in_numpy,
}


def _array(values: Any) -> npt.NDArray[np.float64]:
    return np.asarray(values, np.float64)
