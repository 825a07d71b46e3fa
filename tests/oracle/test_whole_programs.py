"""Whole programs after the fixes that are applied without asking: what they compute, and whether they still learn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from nanproof.analysis import Diagnosis, Project
from nanproof.fixes.applied import Outcome, Proposed, best_of, edited, to_the_end
from nanproof.fixes.fix import USUAL, Applicability, Preferences, Way
from nanproof.source.document import Document
from tests.names.project import Files
from tests.oracle.flavours import is_installed
from tests.oracle.test_fixes import Array, Function, Result, function_of, is_finite, needs
from tests.oracle.whole_programs import PROGRAMS, Whole

STEPS = 100
DIFFERENTIABLE = [each for each in PROGRAMS if each.framework != "numpy"]


def fixed(source: str, preferences: Preferences = USUAL) -> Outcome:
    """Return a program after all fixes that are safe, at any level, as `--fix` applies them."""
    project = Project(None, Files({}), preferences=preferences)

    def chosen(document: Document) -> list[Proposed]:
        best = ((each.finding, best_of(each.fixes)) for each in project.diagnose(document))
        return [Proposed(finding.code, finding.span.start, fix) for finding, fix in best if fix is not None]

    return to_the_end(Document.from_text("a.py", source), chosen)


def diagnosed(source: str) -> tuple[Diagnosis, ...]:
    return Project(None, Files({})).diagnose(Document.from_text("a.py", source))


def run(framework: str, source: str, values: object, dtype: str = "float32") -> Iterator[tuple[str, Result]]:
    """Run a program, eager and compiled, and yield value and gradient of its sum."""
    function = function_of(source)
    match framework:
        case "torch":
            yield "torch", _in_torch(function, values, dtype)
        case "tensorflow":
            for flavour, options in (("eager", None), ("tf.function", {}), ("xla", {"jit_compile": True})):
                yield flavour, _in_tensorflow(function, values, dtype, options)
        case "jax":
            yield "jax", _in_jax(function, values, compiled=False)
            yield "jax.jit", _in_jax(function, values, compiled=True)
        case _:
            with np.errstate(all="ignore"):
                yield "numpy", (np.asarray(function(np.asarray(values, np.float64))), np.zeros(1))


def _in_torch(function: Function, values: object, dtype: str) -> Result:
    torch = import_module("torch")
    x = torch.tensor(values, dtype=getattr(torch, dtype), requires_grad=True)
    result = function(x)
    result.sum().backward()
    return _array(result.detach().double().numpy()), _array(x.grad)


def _in_tensorflow(function: Function, values: object, dtype: str, options: dict[str, Any] | None) -> Result:
    tf = import_module("tensorflow")

    def differentiated(x: Any) -> tuple[Any, Any]:
        with tf.GradientTape() as tape:
            tape.watch(x)
            result = function(x)
            total = tf.reduce_sum(result)
        return result, tape.gradient(total, x)

    called = differentiated if options is None else tf.function(differentiated, **options)
    result, gradient = called(tf.constant(values, dtype))
    return _array(result), _array(gradient)


def _in_jax(function: Function, values: object, *, compiled: bool) -> Result:
    jax, jnp = import_module("jax"), import_module("jax.numpy")
    x = jnp.asarray(values, jnp.float32)
    chosen = jax.jit(function) if compiled else function
    return _array(chosen(x)), _array(jax.grad(lambda each: jnp.sum(chosen(each)))(x))


def _array(values: Any) -> Array:
    return np.asarray(values, np.float64)


def assert_the_same(source: str, after: str, program: Whole) -> None:
    """A program computes on `right` what it computed, in value, gradient and shape."""
    before = dict(run(program.framework, source, program.right))
    for flavour, result in run(program.framework, after, program.right):
        assert is_finite(before[flavour]), f"{flavour}: {before[flavour]} is not right"
        for here, there in zip(result, before[flavour], strict=True):
            assert here.shape == there.shape
            np.testing.assert_allclose(here, there, rtol=1e-5, atol=1e-6, err_msg=f"{flavour}\n{after}")


@pytest.mark.parametrize("program", PROGRAMS, ids=str)
def test_what_is_applied_without_asking(program: Whole) -> None:
    needs(program.framework)
    before = dict(run(program.framework, program.source, program.wrong))
    is_right = all(is_finite(each) for each in before.values())
    assert is_right is not is_installed(program.only), before
    outcome = fixed(program.source)
    after = outcome.document.text
    if program.leaves is None:
        assert after == program.source
        return
    assert program.leaves in after
    for flavour, result in run(program.framework, after, program.wrong):
        assert is_finite(result), f"{flavour}: {result} after\n{after}"
    assert_the_same(program.source, after, program)
    assert fixed(after).document.text == after


@pytest.mark.parametrize("program", [each for each in PROGRAMS if each.gradient is not None], ids=str)
def test_the_gradient_is_the_true_one(program: Whole) -> None:
    needs(program.framework)
    after = fixed(program.source).document.text
    for flavour, (_, gradient) in run(program.framework, after, program.wrong):
        wanted = _array(program.gradient)
        np.testing.assert_allclose(gradient, wanted, rtol=1e-4, atol=1e-5, err_msg=f"{flavour}\n{after}")


@pytest.mark.parametrize("program", PROGRAMS, ids=str)
def test_each_fix_alone_leaves_a_program_that_runs_and_computes_the_same(program: Whole) -> None:
    needs(program.framework)
    document = Document.from_text("a.py", program.source)
    fixes = [fix for each in diagnosed(program.source) for fix in each.fixes if not fix.suppresses]
    assert fixes
    for fix in fixes:
        after = edited(document, [fix]).text
        if fix.applicability is Applicability.SAFE:
            assert_the_same(program.source, after, program)
        else:
            assert list(run(program.framework, after, program.right))


@pytest.mark.parametrize("program", PROGRAMS, ids=str)
def test_no_text_is_offered_twice(program: Whole) -> None:
    document = Document.from_text("a.py", program.source)
    for each in diagnosed(program.source):
        texts = [edited(document, [fix]).text for fix in each.fixes]
        assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("program", DIFFERENTIABLE, ids=str)
def test_the_mask_can_be_preferred(program: Whole) -> None:
    """With `prefer` set to mask value and gradient are finite too, and what is right stays the same."""
    needs(program.framework)
    after = fixed(program.source, Preferences(Way.MASK)).document.text
    if program.leaves is None:
        assert after == program.source
        return
    for flavour, result in run(program.framework, after, program.wrong):
        assert is_finite(result), f"{flavour}: {result} after\n{after}"
    assert_the_same(program.source, after, program)


Single = npt.NDArray[np.float32]
Optimiser = Callable[[Callable[[Single], Array], Single], Single]


def _clipped(single: Single) -> Single:
    """Clip a gradient to the norm 1, as `clip_grad_norm_` does, in float32."""
    norm = np.sqrt(np.sum(single * single, dtype=np.float32), dtype=np.float32)
    return np.asarray(single * np.minimum(np.float32(1.0) / (norm + np.float32(1e-6)), np.float32(1.0)), np.float32)


def _sgd(gradient_at: Callable[[Single], Array], x: Single) -> Single:
    for _ in range(STEPS):
        x = (x - np.float32(0.01) * gradient_at(x)).astype(np.float32)
    return x


def _adam(gradient_at: Callable[[Single], Array], x: Single) -> Single:
    """Adam with clipping: its second moment is the square of the gradient, which must be finite in float32."""
    mean, square = np.zeros_like(x), np.zeros_like(x)
    for step in range(1, STEPS + 1):
        raw = gradient_at(x).astype(np.float32)
        assert np.isfinite(np.sum(raw * raw, dtype=np.float32)), f"the square of the gradient {raw} is not finite"
        gradient = _clipped(raw)
        mean = (0.9 * mean + 0.1 * gradient).astype(np.float32)
        square = (0.999 * square + 0.001 * gradient * gradient).astype(np.float32)
        moved = mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        x = (x - 0.01 * moved).astype(np.float32)
    return x


@pytest.mark.parametrize("optimiser", [_sgd, _adam], ids=["sgd", "adam with clipping"])
@pytest.mark.parametrize("program", [each for each in DIFFERENTIABLE if each.leaves is not None], ids=str)
def test_a_hundred_steps_stay_finite(program: Whole, optimiser: Optimiser) -> None:
    needs(program.framework)
    after = fixed(program.source).document.text

    def gradient_at(x: Single) -> Array:
        _, (_, gradient) = next(run(program.framework, after, x.tolist()))
        return gradient

    start = np.asarray(program.wrong, np.float32)
    with np.errstate(over="ignore"):
        end = optimiser(gradient_at, start)
    assert np.isfinite(end).all(), f"{end} after\n{after}"
    wanted = np.zeros(1) if program.gradient is None else np.asarray(program.gradient)
    if np.any(wanted != 0):
        assert not np.array_equal(start, end), "it has stopped to learn"
