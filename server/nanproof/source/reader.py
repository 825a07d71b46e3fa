"""The one door to the file system."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol

LARGEST_FILE = 5_000_000


class Kind(Enum):
    """What an entry of a folder is itself; what a link leads to does not count."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    OTHER = "pipe, socket or device"


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a folder under a name."""

    name: str
    kind: Kind


class Reader(Protocol):
    """What the engine may ask of the world outside the document."""

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file, or None when there are none to have."""
        ...

    def is_file(self, path: str) -> bool:
        """Say whether a file stands at the path."""
        ...

    def entries(self, path: str) -> tuple[Entry, ...] | None:
        """Return what stands in a folder, in the order of names, or None when it cannot be read."""
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

    def entries(self, path: str) -> tuple[Entry, ...] | None:
        """Return what stands in a folder, in the order of names."""
        try:
            with os.scandir(path) as listing:
                return tuple(sorted((_entry(each) for each in listing), key=lambda entry: entry.name))
        except (OSError, ValueError):
            return None


class Listed:
    """A reader that lists each folder once."""

    def __init__(self, reader: Reader) -> None:
        self.known: dict[str, tuple[Entry, ...] | None] = {}
        self._reader = reader

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file."""
        return self._reader.read(path)

    def is_file(self, path: str) -> bool:
        """Say whether a file stands at the path."""
        return self._reader.is_file(path)

    def entries(self, path: str) -> tuple[Entry, ...] | None:
        """Return what is in a folder, as it was when it was first asked for."""
        if path not in self.known:
            self.known[path] = self._reader.entries(path)
        return self.known[path]


class UnlinkedReader:
    """Follows no link of a folder out of it: to whoever asks, such a link leads nowhere.

    What a workspace holds may come from anybody, and where its links lead is nobody's business but the user's.
    """

    def __init__(self, folder: str, reader: Reader) -> None:
        self._folder = os.path.normpath(folder)
        self._real = os.path.realpath(folder)
        self._reader = reader

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file, or None when there are none to have."""
        return None if self._leads_out(path) else self._reader.read(path)

    def is_file(self, path: str) -> bool:
        """Say whether a file stands at the path."""
        return self._reader.is_file(path) and not self._leads_out(path)

    def entries(self, path: str) -> tuple[Entry, ...] | None:
        """Return what stands in a folder, in the order of names, or None when it cannot be read."""
        return None if self._leads_out(path) else self._reader.entries(path)

    def _leads_out(self, path: str) -> bool:
        if not _is_within(os.path.normpath(path), self._folder):
            return False
        try:
            return not _is_within(os.path.realpath(path), self._real)
        except (OSError, ValueError):
            return True


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder if folder.endswith(os.sep) else folder + os.sep)


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

    def entries(self, path: str) -> tuple[Entry, ...] | None:
        """Return what stands in a folder, with the open documents that are not saved yet."""
        folder = path_key(path)
        opened = (os.path.split(key) for key in tuple(self._documents))
        names = {name for parent, name in opened if parent == folder}
        saved = self._fallback.entries(path)
        if not names:
            return saved
        unsaved = names.difference(os.path.normcase(entry.name) for entry in saved or ())
        return tuple(sorted((*(saved or ()), *(Entry(name, Kind.FILE) for name in unsaved)), key=lambda e: e.name))


def _entry(entry: os.DirEntry[str]) -> Entry:
    # A junction of Windows is a link, though it says that it is a folder.
    if entry.is_symlink() or (sys.version_info >= (3, 12) and entry.is_junction()):
        kind = Kind.LINK
    elif entry.is_dir(follow_symlinks=False):
        kind = Kind.FOLDER
    else:
        kind = Kind.FILE if entry.is_file(follow_symlinks=False) else Kind.OTHER
    return Entry(entry.name, kind)


def path_key(path: str) -> str:
    """Return the form of a path that is the same however its drive, case and dots are written."""
    return os.path.normcase(os.path.normpath(path))
