"""Reads the catalogue's files, once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

# tomli is compiled where there is a wheel and reads the files three times as fast as tomllib
import tomli

from nanproof.catalog.index import Catalog
from nanproof.catalog.model import Framework, Function, Kind, Operation
from nanproof.catalog.schema import CatalogError, Checker, Table

FUNCTIONS = "functions.toml"
_KINDS: tuple[tuple[str, Kind], ...] = (
    ("operations", "function"),
    ("methods", "method"),
    ("layers", "layer"),
)


@cache
def load() -> Catalog:
    """Return the catalogue that comes with nanproof."""
    folder = Path(__file__).parent
    return parse({path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.toml"))})


def parse(files: Mapping[str, str]) -> Catalog:
    """Read a catalogue from the texts of its files; raises CatalogError."""
    tables = {file: _toml(file, text) for file, text in files.items()}
    checker = Checker(FUNCTIONS)
    functions = {name: checker.function(name, table) for name, table in tables.pop(FUNCTIONS, {}).items()}
    frameworks: dict[str, Framework] = {}
    modules: dict[str, str] = {}
    names: dict[str, Operation] = {}
    for file, table in tables.items():
        checker = Checker(file)
        framework = checker.framework(table, functions)
        frameworks[framework.name] = framework
        modules.update(checker.mapping("modules", "modules", table.get("modules", {}), str))
        for operation in _operations(checker, table, framework, functions):
            for name in (operation.name, *operation.aliases):
                if name in names:
                    raise checker.fail(operation.name, "aliases", f"{name} is already {names[name].name}")
                names[name] = operation
    return Catalog(functions, frameworks, modules, names)


def _toml(file: str, text: str) -> Table:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as fault:
        raise CatalogError(file, "file", "syntax", str(fault)) from None


def _operations(
    checker: Checker, raw: Table, framework: Framework, functions: Mapping[str, Function]
) -> Iterator[Operation]:
    """Yield the operations of a framework's file, each followed by its in-place twin where it has one."""
    for section, kind in _KINDS:
        for entry, table in raw.get(section, {}).items():
            name = f"{framework.tensor}.{entry}" if kind == "method" else entry
            operation = checker.operation(name, table, kind, framework, functions)
            yield operation
            if table.get("inplace"):
                aliases = tuple(f"{alias}_" for alias in operation.aliases)
                yield replace(operation, name=f"{name}_", inplace=True, aliases=aliases)
