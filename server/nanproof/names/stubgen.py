"""Writes stub packages for jedi from the catalogue: `python -m nanproof.names.stubgen`.

With these on its path and nothing else of an environment, jedi answers questions about frameworks that need
not be installed, and always with a name that the catalogue knows. The stubs say only what a name is and that
its result is a tensor: what it computes stands in the catalogue.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from nanproof.catalog import Catalog, Framework, Operation, load

STUBS = Path(__file__).parent / "stubs"

_HEADER = "# Written by nanproof.names.stubgen from the catalogue. Do not edit.\n"
_ANY = "(*args: Any, **kwargs: Any)"
_METHOD = "(self, *args: Any, **kwargs: Any)"

# Classes that a project's own layers and models derive from; calling an instance gives a tensor.
_BASES = {
    "tensorflow": ("tensorflow.Module",),
    "keras": (
        "keras.Layer",
        "keras.layers.Layer",
        "keras.Model",
        "keras.Sequential",
        "keras.models.Model",
        "keras.models.Sequential",
    ),
    "torch": ("torch.nn.Module", "torch.nn.Sequential", "torch.nn.ModuleList", "torch.nn.ModuleDict"),
    "jax": ("flax.linen.Module",),
}
BASES = frozenset(base for bases in _BASES.values() for base in bases)
# Functions whose operations are subclasses of the tensor: `x: torch.FloatTensor`, `w = nn.Parameter(...)`.
_TENSORS = frozenset({"tensor", "parameter"})
# Methods whose result is no tensor of the same framework.
_RETURNS = {
    "item": "float",
    "numel": "int",
    "nelement": "int",
    "dim": "int",
    "ndimension": "int",
    "element_size": "int",
    "size": "Any",
    "get_shape": "Any",
    "tolist": "list[Any]",
    "numpy": "Any",
}
_BINARY = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and", "or", "xor")
_OPERATORS = (
    *(f"{prefix}{each}" for each in _BINARY for prefix in ("", "r", "i")),
    *("neg", "pos", "abs", "invert", "getitem", "lt", "le", "gt", "ge"),
)
_ATTRIBUTES = ("T", "mT", "H", "real", "imag", "data", "grad", "values", "indices")


class Definition(NamedTuple):
    """A name of a module: the text that defines it, and the tensor class that the text names."""

    text: str
    tensor: str


Modules = Mapping[str, Mapping[str, Definition]]


def stubs(catalog: Catalog) -> Mapping[str, str]:
    """Return the text of each stub file by its path in the folder of stubs."""
    modules = _modules(catalog)
    meanings = dict(_meanings(catalog, modules))
    names = {*modules, *meanings}
    names |= {parent for name in names for parent in _parents(name)}
    children: dict[str, list[str]] = {name: [] for name in names}
    for name in sorted(name for name in names if "." in name):
        parent, _, child = name.rpartition(".")
        children[parent].append(child)
    files = {}
    for name in sorted(names):
        meaning = meanings.get(name)
        text = (
            _text(name, modules.get(name, {}), children[name])
            if meaning is None
            else _reexport(meaning, children[meaning])
        )
        files[_path(name, is_package=bool(children[name]))] = text
    return files


def write(folder: Path = STUBS) -> None:
    """Write the stubs of nanproof's catalogue into a folder, in place of what is there."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in stubs(load()).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def _modules(catalog: Catalog) -> Modules:
    """Return what each module defines."""
    modules: dict[str, dict[str, Definition]] = defaultdict(dict)
    for framework in catalog.frameworks.values():
        for name, text in _classes(catalog, framework):
            module, _, last = name.rpartition(".")
            modules[module][last] = Definition(text, str(framework.tensor))
    for operation in catalog.operations():
        tensor = operation.framework.tensor
        if tensor is None or operation.kind == "method":
            continue
        for spelling in (operation.name, *operation.aliases):
            module, _, last = spelling.rpartition(".")
            if module not in BASES:
                modules[module].setdefault(last, Definition(_operation(operation, last), tensor))
    return modules


def _meanings(catalog: Catalog, modules: Modules) -> Iterator[tuple[str, str]]:
    """Yield the modules that mean others; one outside its meaning (tensorflow.keras) has submodules too."""
    for module, meaning in catalog.modules.items():
        if module in modules:
            continue
        yield module, meaning
        if module.startswith(f"{meaning}."):
            continue
        for inner in modules:
            if inner.startswith(f"{meaning}.") and inner not in catalog.modules:
                yield f"{module}{inner[len(meaning) :]}", inner


def _classes(catalog: Catalog, framework: Framework) -> Iterator[tuple[str, str]]:
    """Yield the tensor class with the catalogue's methods, and the base classes, as name and text."""
    if framework.tensor is None:
        return
    tensor = framework.tensor.rpartition(".")[2]
    prefix = f"{framework.tensor}."
    methods = [each.name.removeprefix(prefix) for each in catalog.operations() if each.name.startswith(prefix)]
    yield (
        framework.tensor,
        _class(
            tensor,
            f"def __init__{_METHOD} -> None: ...",
            f"def __iter__(self) -> Iterator[{tensor}]: ...",
            *(f"{attribute}: {tensor}" for attribute in _ATTRIBUTES),
            *(f"def __{operator}__{_METHOD} -> {tensor}: ..." for operator in _OPERATORS),
            *(f"def {method}{_METHOD} -> {_RETURNS.get(method, tensor)}: ..." for method in methods),
        ),
    )
    for base in _BASES.get(framework.name, ()):
        name = base.rpartition(".")[2]
        yield (
            base,
            _class(
                name,
                f"def __init__{_METHOD} -> None: ...",
                f"def __call__{_METHOD} -> {tensor}: ...",
                f"def __getitem__{_METHOD} -> {name}: ...",
                f"def __iter__(self) -> Iterator[{name}]: ...",
                *(f"def {method}{_METHOD} -> {tensor}: ..." for method in _methods_of(catalog, base)),
            ),
        )


def _methods_of(catalog: Catalog, base: str) -> list[str]:
    """Return the methods that classes have of one that they derive from: `self.add_weight(...)`."""
    spellings = (each for operation in catalog.operations() for each in (operation.name, *operation.aliases))
    return [last for owner, _, last in (each.rpartition(".") for each in spellings) if owner == base]


def _operation(operation: Operation, name: str) -> str:
    tensor = str(operation.framework.tensor).rpartition(".")[2]
    if operation.kind == "layer":
        return _class(name, f"def __init__{_METHOD} -> None: ...", f"def __call__{_METHOD} -> {tensor}: ...")
    if operation.function.name in _TENSORS and name[0].isupper():
        return f"class {name}({tensor}): ..."
    return f"def {name}{_ANY} -> {tensor}: ..."


def _class(name: str, *members: str) -> str:
    return "\n    ".join([f"class {name}:", *members])


def _text(module: str, definitions: Mapping[str, Definition], children: list[str]) -> str:
    homes = (definition.tensor.rpartition(".") for definition in definitions.values())
    tensors = {f"from {home} import {tensor}" for home, _, tensor in homes if home != module}
    lines = ["from collections.abc import Iterator", "from typing import Any", *sorted(tensors)]
    lines += [f"from {module} import {child} as {child}" for child in children]
    lines += ["", *(definition.text for definition in definitions.values())]
    return _HEADER + "\n".join(lines).rstrip("\n") + "\n"


def _reexport(meaning: str, children: list[str]) -> str:
    lines = [f"from {meaning} import *", *(f"from {meaning} import {child} as {child}" for child in children)]
    return _HEADER + "\n".join(lines) + "\n"


def _parents(module: str) -> Iterator[str]:
    while "." in module:
        module = module.rpartition(".")[0]
        yield module


def _path(module: str, is_package: bool) -> str:
    root, *rest = module.split(".")
    return "/".join([f"{root}-stubs", *rest]) + ("/__init__.pyi" if is_package or not rest else ".pyi")


if __name__ == "__main__":
    write()
