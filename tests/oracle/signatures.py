"""The parameters of the real frameworks, where these are installed."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import inspect
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Signature(NamedTuple):
    """Positional parameters in order (the first `nameless` of them cannot be given by name), and the rest."""

    positional: tuple[str, ...]
    nameless: int
    keywords: frozenset[str]
    takes_more: bool
    takes_any_keyword: bool


def found(name: str) -> object | None:
    """Return the object of a full name, or None if there is none."""
    module, attributes = name, list[str]()
    while module:
        try:
            value: object = importlib.import_module(module)
        except ImportError:
            module, _, last = module.rpartition(".")
            attributes.insert(0, last)
            continue
        for attribute in attributes:
            value = getattr(value, attribute, None)
        return value
    return None


_OF_OBJECTS = ".Distribution."


def signatures(name: str) -> tuple[Signature, ...]:
    """Return the signatures of a full name: one, or those of its overloads, or none if it tells none."""
    value = found(name)
    if value is None:
        return ()
    if inspect.isclass(value):
        value = value.__init__  # self comes first
        inspected = _inspected(value)
        return tuple(each._replace(positional=each.positional[1:], nameless=0) for each in inspected)
    inspected = _inspected(value) or _torch_overloads().get(name, ())
    if _OF_OBJECTS in name:  # they are called on objects, which their names stand for
        return tuple(each._replace(positional=each.positional[1:], nameless=0) for each in inspected)
    return inspected


def _inspected(value: object) -> tuple[Signature, ...]:
    try:
        parameters = inspect.signature(value).parameters.values()  # type: ignore[arg-type]  # TypeError if not
    except (TypeError, ValueError):
        return ()
    kinds = inspect.Parameter
    positional = [p for p in parameters if p.kind in (kinds.POSITIONAL_ONLY, kinds.POSITIONAL_OR_KEYWORD)]
    return (
        Signature(
            tuple(each.name for each in positional),
            sum(each.kind is kinds.POSITIONAL_ONLY for each in positional),
            frozenset(each.name for each in parameters if each.kind is kinds.KEYWORD_ONLY),
            any(each.kind is kinds.VAR_POSITIONAL for each in parameters),
            any(each.kind is kinds.VAR_KEYWORD for each in parameters),
        ),
    )


@cache
def _torch_overloads() -> dict[str, tuple[Signature, ...]]:
    """Read PyTorch's own stubs: its C functions have no signature that `inspect` could read."""
    spec = importlib.util.find_spec("torch")
    if spec is None or spec.origin is None:
        return {}
    folder = Path(spec.origin).parent / "_C"
    overloads: dict[str, tuple[Signature, ...]] = {}
    files = {
        "torch.": "_VariableFunctions.pyi",
        "torch.nn.functional.": "_nn.pyi",
        "torch.Tensor.": "__init__.pyi",
    }
    for prefix, file in files.items():
        tree = ast.parse((folder / file).read_text("utf-8"))
        for function in _functions(tree, within="TensorBase" if prefix == "torch.Tensor." else None):
            arguments = function.args
            signature = Signature(
                # `from` is a keyword of Python, so the stub says `from_`
                tuple(each.arg.removesuffix("_") for each in (*arguments.posonlyargs, *arguments.args)),
                len(arguments.posonlyargs),
                frozenset(each.arg for each in arguments.kwonlyargs),
                arguments.vararg is not None,
                arguments.kwarg is not None,
            )
            name = f"{prefix}{function.name}"
            overloads[name] = (*overloads.get(name, ()), signature)
    return overloads


def _functions(tree: ast.Module, within: str | None) -> Iterator[ast.FunctionDef]:
    bodies = [tree.body] if within is None else []
    if within is not None:
        bodies = [each.body for each in tree.body if isinstance(each, ast.ClassDef) and each.name == within]
    return (each for body in bodies for each in body if isinstance(each, ast.FunctionDef))
