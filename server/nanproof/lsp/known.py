"""What of the findings in a document is lived with: it stands in the baseline that is configured, and is not shown."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace

from nanproof.configuration.configuration import Configuration
from nanproof.lsp.wire import Report
from nanproof.printed.baseline import Baseline, BaselineError, read_baseline

# What tells that a file holds something else.
_Stamp = tuple[int, int, int]


class Known:
    """The baselines of documents, read again when they change. One that cannot be read knows nothing, and is told."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._read: dict[str, tuple[_Stamp | None, Baseline | None]] = {}

    def parted(
        self, reports: Iterable[Report], path: str, configuration: Configuration, root: str | None
    ) -> tuple[tuple[Report, ...], tuple[Report, ...]]:
        """Return the findings in a file that are new, and those that are known, which nobody need silence."""
        baseline = self._baseline(configuration, root)
        if baseline is None:
            return tuple(reports), ()
        left = baseline.left([path])
        new, known = list[Report](), list[Report]()
        for each in reports:
            (known if left.takes(path, each.mark) else new).append(each)
        return tuple(new), tuple(map(_unsilenced, known))

    def is_baseline(self, paths: Iterable[str]) -> bool:
        """Say whether one of some files is a baseline that was asked for."""
        return any(os.path.normpath(path) in self._read for path in paths)

    def _baseline(self, configuration: Configuration, root: str | None) -> Baseline | None:
        if configuration.baseline is None:
            return None
        file = os.path.normpath(os.path.join(root or "", configuration.baseline))  # noqa: PTH118 - Path keeps `..`
        if not os.path.isabs(file):  # noqa: PTH117 - of a string; no folder to start from
            return None
        stamp = _stamp(file)
        if file not in self._read or self._read[file][0] != stamp:
            self._read[file] = (stamp, self._read_now(configuration, file, root))
        return self._read[file][1]

    def _read_now(self, configuration: Configuration, file: str, root: str | None) -> Baseline | None:
        try:
            return read_baseline(configuration, file, root or "")
        except BaselineError as error:
            self._tell(f"nanproof shows what is known too, because {error}.")
            return None


def _unsilenced(report: Report) -> Report:
    return replace(report, repairs=tuple(each for each in report.repairs if not each.silences))


def _stamp(file: str) -> _Stamp | None:
    try:
        status = os.stat(file)  # noqa: PTH116 - at each key; Path is ten times slower
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
