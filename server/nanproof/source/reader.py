"""The one door to the file system."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

LARGEST_FILE = 5_000_000


class Reader(Protocol):
    """What the engine may ask of the world outside the document."""

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file, or None when there are none to have."""
        ...

    def is_file(self, path: str) -> bool:
        """Say whether a file stands at the path."""
        ...

    def list(self, path: str) -> tuple[str, ...]:
        """Return the names in a folder, sorted; none when it cannot be read."""
        ...


class DiskReader:
    """Reads the disk. What cannot be read is None, not an error; nor are files beyond the size limit read."""

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a regular file that is not too large."""
        try:
            if not self.is_file(path):  # a FIFO or a device would block
                return None
            with Path(path).open("rb") as file:
                data = file.read(LARGEST_FILE + 1)
        except (OSError, ValueError):
            return None
        return data if len(data) <= LARGEST_FILE else None

    def is_file(self, path: str) -> bool:
        """Say whether a regular file stands at the path."""
        try:
            return Path(path).is_file()
        except (OSError, ValueError):
            return False

    def list(self, path: str) -> tuple[str, ...]:
        """Return the names in a folder, sorted."""
        try:
            return tuple(sorted(os.listdir(path)))  # noqa: PTH208 - names are wanted, not paths
        except (OSError, ValueError):
            return ()


class OverlayReader:
    """Reads what an editor holds open before what the disk holds.

    `documents` is read anew at each question, by keys that `path_key` makes.
    """

    def __init__(self, documents: Mapping[str, bytes], fallback: Reader) -> None:
        self._documents = documents
        self._fallback = fallback

    def read(self, path: str) -> bytes | None:
        """Return the open text of a file, or else its bytes on the disk."""
        data = self._documents.get(path_key(path))
        return data if data is not None else self._fallback.read(path)

    def is_file(self, path: str) -> bool:
        """Say whether a document is open under the path or a file stands there."""
        return path_key(path) in self._documents or self._fallback.is_file(path)

    def list(self, path: str) -> tuple[str, ...]:
        """Return the names in a folder, with those of open documents that are not saved yet."""
        folder = path_key(path)
        opened = (os.path.split(key) for key in tuple(self._documents))
        names = {name for parent, name in opened if parent == folder}
        return tuple(sorted(names.union(self._fallback.list(path))))


def path_key(path: str) -> str:
    """Return the form of a path that is the same however its drive, case and dots are written."""
    return os.path.normcase(os.path.normpath(path))
