"""Reads the catalogue's files, once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

# tomli is compiled where there is a wheel and reads the files five times as fast as tomllib
import tomli

from nanproof.catalog.entries import Entries, Entry
from nanproof.catalog.error import CatalogError
from nanproof.catalog.index import Catalog
from nanproof.catalog.model import Framework, Kind
from nanproof.catalog.schema import Checker, Table

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
    """Read a catalogue from the texts of its files; raises CatalogError.

    Functions, frameworks and names are checked here, the rest of an operation's entry when it is first asked
    for: a program uses a few dozen of two thousand. `Catalog.operations` asks for all.
    """
    tables = {file: _toml(file, text) for file, text in files.items()}
    checker = Checker(FUNCTIONS)
    functions = {name: checker.function(name, table) for name, table in tables.pop(FUNCTIONS, {}).items()}
    frameworks: dict[str, Framework] = {}
    modules: dict[str, str] = {}
    names: dict[str, Entry] = {}
    for file, table in tables.items():
        checker = Checker(file)
        framework = checker.framework(table, functions)
        frameworks[framework.name] = framework
        modules.update(checker.mapping("modules", "modules", table.get("modules", {}), str))
        for entry in _entries(checker, table, framework):
            for name in (entry.name, *entry.aliases):
                if name in names:
                    raise checker.fail(entry.name, "aliases", f"{name} is already {names[name].name}")
                names[name] = entry
    return Catalog(functions, frameworks, modules, Entries(functions, names))


def _toml(file: str, text: str) -> Table:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as fault:
        raise CatalogError(file, "file", "syntax", str(fault)) from None


def _entries(checker: Checker, raw: Table, framework: Framework) -> Iterator[Entry]:
    """Yield the entries of a framework's file, each followed by its in-place twin where it has one."""
    for section, kind in _KINDS:
        for key, table in raw.get(section, {}).items():
            name = f"{framework.tensor}.{key}" if kind == "method" else key
            aliases = checker.aliases(name, table)
            yield Entry(name, aliases, table, kind, framework, checker, inplace=False)
            if table.get("inplace"):
                twins = tuple(f"{alias}_" for alias in aliases)
                yield Entry(f"{name}_", twins, table, kind, framework, checker, inplace=True)
