"""What is said of changes in place, by name: executed on NumPy and PyTorch.

What the backward pass keeps (`[kept]` of the catalogue), where `out` and `inplace` stand, what is a view of what.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from nanproof.catalog import load
from nanproof.catalog.model import Operation
from nanproof.changes.mutations import INPLACE_AT, LAYER_INPLACE_AT, OUT_AT
from tests.oracle.test_fixes import needs

_KEPT = load().frameworks["torch"].kept
# How a function is called that needs more than one operand, `t` and `u` for tensors.
_CALLS: dict[str, Callable[[Any, Any, Any], Any]] = {
    "torch.nn.functional.binary_cross_entropy": lambda f, t, u: f(t, u.detach()),
    "torch.matmul": lambda f, t, u: f(t, u.T),
    "torch.where": lambda f, t, u: f(t > u, t, u),
    "torch.masked_fill": lambda f, t, _: f(t, t > 0.5, 0.0),
    "torch.cat": lambda f, t, u: f([t, u]),
    "torch.stack": lambda f, t, u: f([t, u]),
    "torch.clamp": lambda f, t, _: f(t, min=0.1),
    "torch.nn.functional.hardtanh": lambda f, t, _: f(t, 0.0, 1.0),
}
# An axis is told to these: without one they keep a number, or nothing.
_ALONG = ("softmax", "log_softmax", "softmin", "logsumexp", "cumprod")
# Of these PyTorch keeps what is said only for some of their arguments (the exponent a tensor, the norm 2).
_SOMETIMES = {"max", "min", "pow", "norm", "comparison"}


def _operations(function: str) -> list[Operation]:
    """Return PyTorch's functions that compute something, each once."""
    return [
        each
        for each in load().operations()
        if each.framework.name == "torch" and each.function.name == function and each.kind == "function"
        and not each.inplace
    ]  # fmt: skip


def _called(operation: Operation, t: Any, u: Any) -> Any:
    module, _, name = operation.name.rpartition(".")
    function = getattr(import_module(module), name, None)
    if function is None:
        pytest.fail(f"{operation.name} is gone")
    if operation.name in _CALLS:
        return _CALLS[operation.name](function, t, u)
    if operation.function.name in _ALONG:
        return function(t, dim=1)
    roles = [each.role for each in operation.parameters]
    return function(t, u) if {"x", "y"} <= set(roles) else function(t)


def _survives(operation: Operation, changed: str) -> bool | None:
    """Say whether the backward pass goes through when an operand or the result was changed; None: not to be called."""
    torch = import_module("torch")
    leaves = [torch.tensor(v, requires_grad=True) for v in ([[0.3, 0.6], [0.2, 0.4]], [[0.5, 0.1], [0.9, 0.7]])]
    t, u = (1 * each for each in leaves)
    try:
        result = _called(operation, t, u)
        if not result.requires_grad:
            return None
        with torch.no_grad():
            (result if changed == "result" else t).add_(0)
    except (TypeError, RuntimeError, ValueError, AttributeError):
        return None
    try:
        result.sum().backward()
    except RuntimeError as fault:
        assert "modified by an inplace operation" in str(fault), f"{operation.name}: {fault}"
        return False
    return True


def test_what_the_backward_pass_keeps_is_what_the_catalogue_says() -> None:
    needs("torch")
    assert _KEPT is not None
    wrong, tried, others = [], set[str](), set[str]()
    named = (_KEPT.operands | _KEPT.results | _KEPT.nothing) - _SOMETIMES
    for function in sorted(named):
        for operation in _operations(function):
            for changed, kept in (("operand", _KEPT.operands), ("result", _KEPT.results)):
                survives = _survives(operation, changed)
                if survives is None:
                    continue
                tried.add(function)
                if survives != (function in kept):
                    continue
                if operation.name in _KEPT.others and not survives:
                    others.add(operation.name)
                else:
                    wrong.append(f"{operation.name}: its {changed} is {'not ' if survives else ''}kept")
    assert not wrong, "\n".join(wrong)
    assert others == _KEPT.others
    assert tried == named


def _out_at() -> dict[str, int]:
    """Return where NumPy's functions have `out` when it is given by its place."""
    found = {}
    for name in dir(np):
        function = getattr(np, name)
        if isinstance(function, np.ufunc):
            found[name] = function.nin
        elif callable(function):
            try:
                parameters = list(inspect.signature(function).parameters.values())
            except (TypeError, ValueError):
                continue
            places = [index for index, each in enumerate(parameters) if each.name == "out" and each.kind < 2]
            found |= {name: places[0]} if places else {}
    return found


def test_out_stands_where_it_is_said_to() -> None:
    catalog, wrong = load(), []
    for name, place in _out_at().items():
        operation = catalog.operation(f"numpy.{name}")
        parameters = operation.parameters if operation is not None else ()
        told = next((index for index, each in enumerate(parameters) if each.name == "out"), OUT_AT.get(name))
        if told != place:
            wrong.append(f"numpy.{name}: out stands at {place}, not {told}")
    assert not wrong, "\n".join(wrong)


def _place_of(callable_: Any, word: str) -> int | None:
    names = list(inspect.signature(callable_).parameters)
    return names.index(word) if word in names else None


def test_inplace_stands_where_it_is_said_to() -> None:
    needs("torch")
    functional, layers = import_module("torch.nn.functional"), import_module("torch.nn")
    functions = {
        name: place
        for name in dir(functional)
        if name.islower() and not name.startswith("_") and inspect.isfunction(getattr(functional, name))
        and (place := _place_of(getattr(functional, name), "inplace")) is not None
    }  # fmt: skip
    assert functions == INPLACE_AT
    made = {
        name: place
        for name in dir(layers)
        if name[:1].isupper() and inspect.isclass(getattr(layers, name))
        and (place := _place_of(getattr(layers, name), "inplace")) is not None
    }  # fmt: skip
    assert made == LAYER_INPLACE_AT
