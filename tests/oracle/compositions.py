"""Masks and twins: expressions of several functions, in each framework that has them all."""

from __future__ import annotations

import re

import numpy as np

from nanproof.catalog.claims import MaskClaim, Twin, holds_on, runs
from nanproof.catalog.program import ProgramError, expression
from tests.oracle.flavours import DTYPES, Result, release_of
from tests.oracle.running import DIFFERENTIABLE, Faults, Oracle
from tests.oracle.samples import rounded


def mask(oracle: Oracle, mask: MaskClaim, flavour: str) -> Faults:
    """A mask makes its witness finite where it says, no more, and leaves safe operands alone."""
    framework = oracle.catalog.frameworks[flavour.partition(".")[0]]
    if not _is_claimed(mask, framework.name, flavour):
        return
    try:
        program = expression(oracle.catalog, framework, mask.program)
        bare = expression(oracle.catalog, framework, _bare(mask))
    except ProgramError:
        return
    for dtype in [each for each in DTYPES if not mask.value or each in mask.value]:
        where = f"{mask.function} by {mask.by} [{flavour}, {dtype}]"
        for what in ("value", "gradient"):
            if what == "gradient" and framework.name not in DIFFERENTIABLE:
                continue
            constants = mask.value if what == "value" else mask.gradient
            if dtype in constants or not mask.value:
                text = _with(program, constants.get(dtype))
                finite = _finite(oracle, mask, flavour, text, dtype, what)
                if finite is not None and finite is not (what in mask.protects):
                    yield f"{where}: mask: {text} at x = {mask.witness} has a {what} that is " + (
                        "finite" if finite else "not finite"
                    )
        if dtype in mask.too_small:
            text = _with(program, mask.too_small[dtype])
            found = [_finite(oracle, mask, flavour, text, dtype, what) for what in mask.protects]
            if framework.name in DIFFERENTIABLE and found and all(each is True for each in found):
                yield f"{where}: mask: {text} at x = {mask.witness} is finite with a constant said to be too small"
        text = _with(program, (mask.gradient or mask.value).get(dtype))
        safe = {"x": np.array(rounded(mask.safe, dtype))}
        masked = oracle.run("mask", where, flavour, text, safe, dtype)
        unmasked = oracle.run("mask", where, flavour, bare, safe, dtype)
        if masked is not None and unmasked is not None:
            tolerance = {"float16": 0.02, "bfloat16": 0.05}.get(dtype, 1e-4)
            if not np.allclose(masked.value, unmasked.value, rtol=tolerance, atol=tolerance):
                yield f"{where}: mask: {text} is {masked.value} for safe operands, and not {unmasked.value}"


def _is_claimed(mask: MaskClaim, framework: str, flavour: str) -> bool:
    """Say whether a mask is one for a flavour, in the release that is installed."""
    if not runs(mask.flavours, flavour) or framework == "python":
        return False
    return not mask.versions or holds_on(mask.versions, framework, release_of(framework))


def _finite(oracle: Oracle, mask: MaskClaim, flavour: str, text: str, dtype: str, what: str) -> bool | None:
    operands = {"x": np.asarray(mask.witness, np.float64)}
    result = oracle.run("mask", text, flavour, text, operands, dtype, "x" if what == "gradient" else None)
    if result is None or (what == "gradient" and result.gradient is None):
        return None
    found = result.gradient if what == "gradient" and result.gradient is not None else result.value
    return bool(np.isfinite(found).all())


def twin(oracle: Oracle, twin: Twin, flavour: str) -> Faults:
    """A composition fails where its twin is finite, and both agree elsewhere."""
    framework = oracle.catalog.frameworks[flavour.partition(".")[0]]
    if not runs(twin.flavours, flavour) or framework.name == "python":
        return
    try:
        composition = expression(oracle.catalog, framework, twin.composition)
        stable = expression(oracle.catalog, framework, twin.twin)
    except ProgramError:
        return
    wrt = "x" if framework.name in DIFFERENTIABLE else None
    for dtype in ("float32", "float64"):
        where = f"{twin.composition} [{flavour}, {dtype}]: twin"
        at = {"x": np.asarray(twin.witness, np.float64)}
        bad = oracle.run("twin", where, flavour, composition, at, dtype, wrt)
        good = oracle.run("twin", where, flavour, stable, at, dtype, wrt)
        if bad is None or good is None:
            continue
        if _is_finite(bad):
            yield f"{where}: {composition} is finite at {twin.witness}"
        if not _is_finite(good):
            yield f"{where}: {stable} is {good.value}, its derivative {good.gradient} at {twin.witness}"
        safe = {"x": np.asarray(twin.safe, np.float64)}
        one = oracle.run("twin", where, flavour, composition, safe, dtype)
        other = oracle.run("twin", where, flavour, stable, safe, dtype)
        if one is not None and other is not None and not np.allclose(one.value, other.value, rtol=1e-3, atol=1e-4):
            yield f"{where}: {composition} is {one.value} for safe operands, {stable} is {other.value}"


def _is_finite(result: Result) -> bool:
    gradient = result.gradient
    return bool(np.isfinite(result.value).all()) and (gradient is None or bool(np.isfinite(gradient).all()))


def _bare(mask: MaskClaim) -> str:
    """Return the operation that is masked, unmasked: the first operand of `divide` is 1."""
    return {"divide": "1 / x", "pow": "x ** -1"}.get(mask.function, f"{mask.function}(x)")


def _with(program: str, constant: float | None) -> str:
    """Return a program with its constant written in."""
    return program if constant is None else re.sub(r"\be\b", repr(constant), program)
