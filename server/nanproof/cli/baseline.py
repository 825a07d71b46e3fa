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

from nanproof.cli.fingerprints import fingerprint
from nanproof.printed.paths import from_folder
from nanproof.printed.record import Record

_VERSION = 1


class BaselineError(Exception):
    """A baseline that cannot be read or written; the text says why."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """How many findings of each fingerprint are known, by the path of their file from the baseline's folder."""

    folder: str
    known: dict[str, dict[str, int]]

    def compared(self, records: Iterable[Record], checked: Iterable[str]) -> tuple[list[Record], int]:
        """Return the findings that are not known, and how many are known and not there any more.

        `records` are all findings of the files that were checked: of others nobody knows whether they are gone.
        """
        left = {path: Counter(marks) for path, marks in self.known.items()}
        found = list[Record]()
        for record in records:
            path = _path(record, self.folder)
            marks, mark = left.get(path, Counter[str]()), fingerprint(record, path)
            if marks[mark] > 0:
                marks[mark] -= 1
            else:
                found.append(record)
        paths = {from_folder(os.path.realpath(each), self.folder) for each in checked} & left.keys()
        return found, sum(left[path].total() for path in paths)


def read_baseline(file: str) -> Baseline:
    """Read a baseline. Raises BaselineError where there is none to be read."""
    try:
        held = json.loads(Path(file).read_text("utf-8"))
    except OSError as error:
        raise BaselineError(
            f"the baseline {file} cannot be read: {error.strerror or error}; --write-baseline {file} writes one"
        ) from error
    except ValueError as error:
        raise BaselineError(f"the baseline {file} cannot be read: it is not JSON") from error
    files = held.get("files") if isinstance(held, dict) else None
    if not isinstance(files, dict) or held.get("version") != _VERSION:
        raise BaselineError(f"the baseline {file} cannot be read: nanproof did not write it, or another version did")
    try:
        known = {
            str(path): {str(each["fingerprint"]): int(each["count"]) for each in marks} for path, marks in files.items()
        }
    except (KeyError, TypeError, ValueError) as error:
        raise BaselineError(f"the baseline {file} cannot be read: somebody has edited it by hand") from error
    return Baseline(_folder(file), known)


def write_baseline(file: str, records: Sequence[Record]) -> None:
    """Write down findings as known, in an order that makes small differences. Raises BaselineError."""
    folder = _folder(file)
    files: dict[str, Counter[tuple[str, str, str]]] = {}
    for record in records:
        path = _path(record, folder)
        source = " ".join(record.source.split())
        files.setdefault(path, Counter())[record.code, source, fingerprint(record, path)] += 1
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


def _path(record: Record, folder: str) -> str:
    return from_folder(os.path.realpath(record.stretch.filename), folder)
