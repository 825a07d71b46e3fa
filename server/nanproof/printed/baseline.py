"""Findings that a project has decided to live with for now: written to a file once, and not reported again.

They are known by their fingerprints, so that they stay known when lines move. Of findings that are equal as many are
known as were written: one more of them is reported, the last in the file.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nanproof.configuration.configuration import Configuration
from nanproof.printed.fingerprints import fingerprint
from nanproof.printed.paths import from_folder
from nanproof.source.reader import DiskReader, UnlinkedReader

if TYPE_CHECKING:  # an editor compares, and writes none
    from nanproof.printed.record import Record

_VERSION = 1


class BaselineError(Exception):
    """A baseline that cannot be read or written; the text says why."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """How many findings of each fingerprint are known, by the path of their file from the baseline's folder."""

    folder: str
    known: dict[str, dict[str, int]]

    def left(self, files: Iterable[str]) -> Left:
        """Return what is known of some files, of which nothing was met yet."""
        paths = {_path(each, self.folder) for each in files} & self.known.keys()
        return Left(self.folder, {path: Counter(self.known[path]) for path in paths})


@dataclass(frozen=True, slots=True)
class Left:
    """What of a baseline was not met yet, while findings are compared with it."""

    folder: str
    counts: dict[str, Counter[str]]

    def takes(self, file: str, mark: str) -> bool:
        """Say whether one more finding with a mark is known in a file; then one less is left."""
        path = _path(file, self.folder)
        counts = self.counts.get(path)
        if counts is None or counts[known_by := fingerprint(path, mark)] <= 0:
            return False
        counts[known_by] -= 1
        return True

    @property
    def total(self) -> int:
        """How many are left: where all findings of the files were met, they are not there any more."""
        return sum(each.total() for each in self.counts.values())


def read_baseline(configuration: Configuration, name: str, root: str = "") -> Baseline:
    """Read the baseline that is configured, which people know by a name. Raises BaselineError where there is none.

    Its path starts from the folder of what sets it, or from a `root` where that has none.
    """
    folder = configuration.set_by["baseline"].folder or root
    file = os.path.join(folder, configuration.get("baseline"))  # noqa: PTH118 - readers take strings
    disk = DiskReader()
    # Where links of a project lead is nobody's business but the user's, who may name any file.
    data = (UnlinkedReader(folder, disk) if folder else disk).read(file)
    if data is None:
        is_there = os.path.lexists(file)
        why = "it is no file, or too large, or a link out of its folder" if is_there else "there is no such file"
        raise BaselineError(f"the baseline {name} cannot be read: {why}; --write-baseline {name} writes one")
    try:
        held = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"the baseline {name} cannot be read: it is not JSON") from error
    files = held.get("files") if isinstance(held, dict) else None
    if not isinstance(files, dict) or held.get("version") != _VERSION:
        raise BaselineError(f"the baseline {name} cannot be read: nanproof did not write it, or another version did")
    try:
        known = {
            str(path): {str(each["fingerprint"]): int(each["count"]) for each in marks} for path, marks in files.items()
        }
    except (KeyError, TypeError, ValueError) as error:
        raise BaselineError(f"the baseline {name} cannot be read: somebody has edited it by hand") from error
    return Baseline(_folder(file), known)


def write_baseline(file: str, records: Sequence[Record]) -> None:
    """Write down findings as known, in an order that makes small differences. Raises BaselineError."""
    folder = _folder(file)
    files: dict[str, Counter[tuple[str, str, str]]] = {}
    for record in records:
        path = _path(record.stretch.filename, folder)
        source = " ".join(record.source.split())
        files.setdefault(path, Counter())[record.code, source, fingerprint(path, record.mark)] += 1
    held = {
        "version": _VERSION,
        "files": {
            path: [
                {"code": code, "source": source, "fingerprint": mark, "count": count}
                for (code, source, mark), count in sorted(files[path].items())
            ]
            for path in sorted(files)
        },
    }
    try:
        Path(file).write_text(json.dumps(held, indent=1, ensure_ascii=True) + "\n", "utf-8")
    except OSError as error:
        raise BaselineError(f"the baseline {file} cannot be written: {error.strerror or error}") from error


def _folder(file: str) -> str:
    return os.path.realpath(Path(file).parent)


def _path(file: str, folder: str) -> str:
    return from_folder(os.path.realpath(file), folder)
