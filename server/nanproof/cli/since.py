"""Which lines changed since a revision: what git says of the files that findings stand in."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nanproof.printed.record import Record

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


class SinceError(Exception):
    """Git cannot say what changed; the text says why."""


@dataclass(frozen=True, slots=True)
class Changed:
    """The lines of a file that changed, as ranges of rows from 1; all of them where the file is new."""

    ranges: tuple[range, ...]
    is_new: bool = False

    def touches(self, first: int, last: int) -> bool:
        """Say whether one of some rows changed."""
        return self.is_new or any(each.start <= last and first < each.stop for each in self.ranges)


def since(revision: str, records: Iterable[Record]) -> list[Record]:
    """Return the findings on lines that changed since a revision, committed or not.

    A notebook counts as changed where any line of its file did: its rows are those of cells.

    Raises SinceError where git is not installed, the folder is no repository, or there is no such revision.
    """
    known: dict[str, Changed] = {}
    found = list[Record]()
    for record in records:
        stretch = record.stretch
        if stretch.filename not in known:
            known[stretch.filename] = changed_since(revision, stretch.filename)
        changed = known[stretch.filename]
        is_changed = bool(changed.ranges) or changed.is_new
        if is_changed if stretch.cell is not None else changed.touches(stretch.start.row, stretch.end.row):
            found.append(record)
    return found


def changed_since(revision: str, path: str) -> Changed:
    """Return which lines of a file changed since a revision. Raises SinceError."""
    folder, name = str(Path(path).parent), Path(path).name
    if not _git(folder, "ls-files", "--", name):
        return Changed((), is_new=True)
    told = _git(folder, "diff", "--no-color", "--no-ext-diff", "--unified=0", "--end-of-options", revision, "--", name)
    rows = ((int(each[1]), int(each[2]) if each[2] is not None else 1) for each in _HUNK.finditer(told))
    return Changed(tuple(range(first, first + count) for first, count in rows if count))


def _git(folder: str, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", folder, *arguments], capture_output=True, text=True, errors="replace", check=False
        )
    except OSError as error:
        raise SinceError(
            f"--since asks git what changed, and git cannot be started: {error.strerror or error}"
        ) from error
    if done.returncode:
        reason = next(iter(done.stderr.strip().splitlines()), "it does not say why")
        raise SinceError(f"--since asks git what changed, and git cannot say: {reason.removeprefix('fatal: ')}")
    return done.stdout
