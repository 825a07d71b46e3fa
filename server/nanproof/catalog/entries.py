"""Entries of the catalogue's files that become operations when they are first asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from nanproof.catalog.model import Framework, Function, Kind, Operation
from nanproof.catalog.schema import Checker, Table


class Entry(NamedTuple):
    """An operation as its file has it, with its names read. A tuple, because two thousand are made."""

    name: str
    aliases: tuple[str, ...]
    table: Table
    kind: Kind
    framework: Framework
    checker: Checker
    inplace: bool


class Entries(Mapping[str, Operation]):
    """The operations by all their names. Reading one raises CatalogError if its entry is wrong."""

    def __init__(self, functions: Mapping[str, Function], entries: Mapping[str, Entry]) -> None:
        self._functions = functions
        self._entries = entries
        self._read: dict[str, Operation] = {}

    def __getitem__(self, spelling: str) -> Operation:
        """Return the operation of a name."""
        entry = self._entries[spelling]
        operation = self._read.get(entry.name)
        if operation is None:
            name, aliases, table, kind, framework, checker, inplace = entry
            operation = checker.operation(name, aliases, table, kind, framework, self._functions, inplace)
            self._read[name] = operation
        return operation

    def __iter__(self) -> Iterator[str]:
        """Yield all names, aliases too."""
        return iter(self._entries)

    def __len__(self) -> int:
        """Return the number of names."""
        return len(self._entries)

    def kinds(self) -> Iterator[tuple[str, Kind]]:
        """Yield each name and what it is the name of, without reading the entries."""
        return ((name, entry.kind) for name, entry in self._entries.items())

    def names_of(self, functions: frozenset[str]) -> Iterator[str]:
        """Yield the names of the operations that compute one of these functions, without reading them."""
        return (name for function in functions for name in self._by_function.get(function, ()))

    @cached_property
    def _by_function(self) -> Mapping[object, list[str]]:
        """The names of the operations that compute a function, by its name."""
        names: defaultdict[object, list[str]] = defaultdict(list)
        for name, entry in self._entries.items():
            names[entry.table.get("is")].append(name)
        return names
