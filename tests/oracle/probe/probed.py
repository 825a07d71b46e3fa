"""What breaks of one function of a framework, on which inputs; and whether the catalogue says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import numpy as np
import tomllib

from nanproof.catalog import load
from nanproof.catalog.claim_schema import load_claims
from tests.oracle.flavours import Array, RefusedError, Result, UnsupportedDTypeError, run
from tests.oracle.probe.inputs import HALF_MASKED, INPUTS, MASKED, fault, is_nan
from tests.oracle.probe.namespaces import NAMESPACES, functions_of
from tests.oracle.running import DIFFERENTIABLE

# How a function may be called, the first way that it takes: with one tensor, with several, with a number beside it.
_CALLS = ("{x}", "{x}, {x}", "{x}, {x}, {x}", "1, {x}", "{x}, 1", "{x}, {x}, 1.0", "[{x}, {x}]")
_DTYPES = {"numpy": "float64"}
# An infinity among the elements of a matrix ends the whole process in some libraries.
_NO_INFINITIES = ("linalg",)


def faults_of(name: str) -> dict[str, str]:
    """Return what breaks of a function, by input; nothing where nothing does, or where it cannot be called so."""
    found = {}
    for label, operand in INPUTS.items():
        result = _result(name, operand)
        if result is not None and (broken := fault(label, result)):
            found[label] = broken
    if not name.rpartition(".")[0].endswith(_NO_INFINITIES):
        whole, half = _result(name, MASKED), _result(name, HALF_MASKED)
        if whole is not None and half is not None and is_nan(whole) and not is_nan(half):
            found["masked"] = "nan"
    return found


def is_known(name: str) -> bool:
    """Say whether the catalogue states where a function breaks."""
    operation = load().operation(name)
    if operation is None:
        return False
    function = operation.function
    is_stated = function.domain is not None or function.overflows or function.rule is not None or function.degenerate
    if is_stated or function.witness or operation.framework.gradient_of(function) is not None:
        return True
    return any(each.function == function.name for each in load_claims().cases)


def _framework(name: str) -> str:
    return next(framework for framework, modules in NAMESPACES.items() if name.rpartition(".")[0] in modules)


def _result(name: str, operand: Array) -> Result | None:
    framework = _framework(name)
    for call in _CALLS:
        program = f"{name}({call})"
        for wrt in ("x", None) if framework in DIFFERENTIABLE else (None,):
            try:
                result = run(framework, program, {"x": operand}, _DTYPES.get(framework, "float32"), wrt)
            except (RefusedError, UnsupportedDTypeError):
                continue
            if np.asarray(result.value).dtype.kind in "fc":
                return result
    return None


@dataclass(frozen=True, slots=True)
class Excuse:
    """Why some functions may break on some inputs without a word in the catalogue; no inputs: on all."""

    reason: str
    names: tuple[str, ...]
    inputs: frozenset[str]


def excuses() -> tuple[Excuse, ...]:
    """Read `excuses.toml`, whose names may hold `*`."""
    told = tomllib.loads(Path(__file__).with_name("excuses.toml").read_text("utf-8"))
    return tuple(
        Excuse(each["reason"], tuple(each["names"]), frozenset(each.get("inputs", ()))) for each in told["excuse"]
    )


def unexplained(modules: Iterable[str]) -> Iterator[str]:
    """Yield a sentence for each function that breaks and of which nobody says so.

    A release of a framework that brings a function, or breaks one, is noticed by it.
    """
    for name in (each for module in modules for each in functions_of(module)):
        broken = faults_of(name)
        if not broken or is_known(name):
            continue
        for excuse in excuses():
            if any(fnmatchcase(name, each) for each in excuse.names):
                broken = {at: what for at, what in broken.items() if excuse.inputs and at not in excuse.inputs}
        if broken:
            yield f"{name}: " + ", ".join(f"{what} of {at}" for at, what in broken.items())
