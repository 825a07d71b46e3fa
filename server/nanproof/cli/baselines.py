"""The baselines of the files that are checked, as each is configured, and what they leave of the findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Protocol

from nanproof.cli.inspection import Inspection
from nanproof.cli.output import complain
from nanproof.configuration.configuration import Configuration
from nanproof.printed.baseline import Baseline, Left, read_baseline
from nanproof.printed.paths import friendly
from nanproof.printed.record import Record
from nanproof.printed.text import counted


class Batch(Protocol):
    """Files for which the same holds."""

    @property
    def configuration(self) -> Configuration:
        """What holds."""
        ...

    @property
    def groups(self) -> dict[str, list[str]]:
        """The files, by the root of their project."""
        ...


class Baselines:
    """The baselines of some batches of files."""

    def __init__(self, batches: Iterable[Batch]) -> None:
        """Read them. Raises BaselineError where one is configured and cannot be read."""
        self._read: dict[PurePath, Baseline] = {}
        self._of: dict[str, PurePath] = {}
        for batch in batches:
            file = batch.configuration.baseline
            if file is not None:
                if file not in self._read:
                    self._read[file] = read_baseline(batch.configuration, friendly(str(file)))
                self._of.update((path, file) for paths in batch.groups.values() for path in paths)

    def new(self, records: Sequence[Record], results: Sequence[Inspection]) -> list[Record]:
        """Return the findings that are not known, and say how many are known and not there any more.

        `records` are what is asked for of the `results`: what is not asked for is still there.
        """
        if not self._read:
            return list(records)
        files = [result.path for result in results if result.problem is None]
        left = self._left(files)
        found = [each for each in records if not _takes(left, self._of, each)]
        left = self._left(files)
        for result in results:
            for each in result.records:
                _takes(left, self._of, each)
        for file, rest in left.items():
            if rest.total:
                verb = "is" if rest.total == 1 else "are"
                name = friendly(str(file))
                complain(f"{counted(rest.total, 'finding')} of the baseline {name} {verb} not there any more")
        return found

    def _left(self, files: Iterable[str]) -> dict[PurePath, Left]:
        by_file: dict[PurePath, list[str]] = {}
        for path in files:
            if path in self._of:
                by_file.setdefault(self._of[path], []).append(path)
        return {file: self._read[file].left(paths) for file, paths in by_file.items()}


def _takes(left: dict[PurePath, Left], of: dict[str, PurePath], record: Record) -> bool:
    path = record.stretch.filename
    return path in of and of[path] in left and left[of[path]].takes(path, record.mark)
