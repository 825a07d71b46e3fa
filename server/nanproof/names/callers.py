"""Which files of a project call, or import, a function of some name: an index, made when it is first asked for."""

from __future__ import annotations

import re

from nanproof.source.reader import Kind, Listed, Reader
from nanproof.source.tree import walk

MOST_SEARCHED = 2_000  # files of the project that are read
MOST_SEEN = 50_000  # entries of its folders that are looked at
_CALLED = re.compile(rb"\b([A-Za-z_]\w*)[ \t]*\(")
# What is imported by its name may be handed on as an argument: `fit(model, dice)`.
_IMPORTED = re.compile(rb"^[ \t]*from[ \t]+[\w.]+[ \t]+import[ \t]+(\([^)]*\)|[^\n#(]+)", re.MULTILINE)
_NAME = re.compile(rb"[A-Za-z_]\w*")


class Callers:
    """The project's files by the names that they call or import, in the order of their paths.

    Making the index can be interrupted, and goes on where it was: each folder and each file is noted in one step.
    """

    def __init__(self, root: str | None, reader: Reader) -> None:
        self._root = root
        self._reader = reader
        self._listed = Listed(reader)
        self._called: dict[str, frozenset[bytes]] = {}
        self._files: dict[bytes, dict[str, None]] = {}
        self._is_whole = root is None

    @property
    def is_under_way(self) -> bool:
        """Whether the index was begun and is not whole yet."""
        return bool(self._listed.known) and not self._is_whole

    def of(self, name: str) -> tuple[str, ...]:
        """Return the files that call or import something of a name; none outside a project."""
        return tuple(sorted(self._index().get(name.encode(), ())))

    def update(self, path: str) -> None:
        """Read one file again, as it may have changed; one that is gone calls nothing any more."""
        if self._root is None or not self._listed.known:
            return  # it will be read when the index is made
        data = self._reader.read(path) if path.endswith(".py") else None
        now = _called_in(data) if data is not None else frozenset[bytes]()
        before = self._called.get(path, frozenset())
        for name in before - now:
            self._files[name].pop(path, None)
        self._enter(path, now, now - before)

    def _index(self) -> dict[bytes, dict[str, None]]:
        if not self._is_whole and self._root is not None:
            read = 0
            for found in walk(self._listed, self._root, most=MOST_SEEN):
                is_read = found.path in self._called or (found.kind is Kind.FILE and self._read(found.path))
                read += is_read
                if read >= MOST_SEARCHED:
                    break
            self._is_whole = True
        return self._files

    def _read(self, path: str) -> bool:
        data = self._reader.read(path)
        if data is None:
            return False
        called = _called_in(data)
        self._enter(path, called, called)
        return True

    def _enter(self, path: str, called: frozenset[bytes], new: frozenset[bytes]) -> None:
        for name in new:
            self._files.setdefault(name, {})[path] = None
        self._called[path] = called  # last: what is entered in part is entered again


def _called_in(data: bytes) -> frozenset[bytes]:
    imported = (name for names in _IMPORTED.findall(data) for name in _NAME.findall(names))
    return frozenset(_CALLED.findall(data)).union(imported)
