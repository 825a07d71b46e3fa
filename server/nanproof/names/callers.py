"""Which files of a project call a function of some name: an index, made when it is first asked for."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from nanproof.source.reader import Reader

MOST_SEARCHED = 2_000  # files of the project that are read
_SKIPPED = frozenset({"node_modules", "venv", "env", "build", "dist", "site-packages", "data", "docs"})
_CALLED = re.compile(rb"\b([A-Za-z_]\w*)[ \t]*\(")


class Callers:
    """The project's files by the names that they call, in the order of their paths."""

    def __init__(self, root: str | None, reader: Reader) -> None:
        self._root = root
        self._reader = reader
        self._files: dict[bytes, dict[str, None]] | None = None

    def of(self, name: str) -> tuple[str, ...]:
        """Return the files that call something of a name; none outside a project."""
        return tuple(sorted(self._index().get(name.encode(), ())))

    def update(self, path: str) -> None:
        """Read one file again, as it may have changed; one that is gone calls nothing any more."""
        if self._files is None:
            return
        for files in self._files.values():
            files.pop(path, None)
        data = self._reader.read(path)
        if data is not None and path.endswith(".py"):
            _enter(self._files, path, data)

    def _index(self) -> dict[bytes, dict[str, None]]:
        if self._files is None:
            self._files = {}
            for path, data in _python_files(self._reader, self._root) if self._root is not None else ():
                _enter(self._files, path, data)
        return self._files


def _enter(files: dict[bytes, dict[str, None]], path: str, data: bytes) -> None:
    for name in set(_CALLED.findall(data)):
        files.setdefault(name, {})[path] = None


def _python_files(reader: Reader, root: str) -> Iterator[tuple[str, bytes]]:
    """Yield path and text of the Python files below a folder, as many as are worth searching."""
    waiting, found = [root], 0
    while waiting and found < MOST_SEARCHED:
        folder = waiting.pop()
        for name in reader.list(folder):
            path = posixpath.join(folder, name)
            if name.endswith(".py"):
                data = reader.read(path)
                if data is not None:
                    found += 1
                    yield path, data
            elif not name.startswith((".", "_")) and "." not in name and name not in _SKIPPED:
                waiting.append(path)
