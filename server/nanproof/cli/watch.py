"""`nanproof check --watch`: check, and check again what a change concerns, until somebody ends it.

The disk is looked at a few times a second. What was found stays in this process: only files are examined again that
changed, or that rest on one that did.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NoReturn

from nanproof.analysis import Project
from nanproof.cli.check import FAULTS, Batch, Request, baselines, collect_garbage_seldom, found, told
from nanproof.cli.configured import ConfigurationError
from nanproof.cli.inspection import Inspection, inspected
from nanproof.cli.output import complain
from nanproof.cli.processes import OnDisk, OpenProject
from nanproof.cli.progress import with_progress
from nanproof.configuration.reading import OWN, PROJECT
from nanproof.files.paths import absolute
from nanproof.files.roots import by_root
from nanproof.fixes.fix import Preferences
from nanproof.printed.paths import friendly
from nanproof.source.notebook import SUFFIX as NOTEBOOK
from nanproof.source.reader import DiskReader
from nanproof.source.tree import SUFFIX as PYTHON
from nanproof.source.tree import walk
from nanproof.watchdog import Limits, limits_of

SECONDS_BETWEEN_LOOKS = 0.3
# A folder in which a look takes long is looked at less often, so that waiting costs a tenth of a core at most.
TIMES_A_LOOK = 9.0
SECONDS_TO_SETTLE = 0.1
MOST_ENTRIES = 50_000  # as many as are searched for callers
# Of about 140 kB each. What is not remembered is examined again with each change.
WARM = partial(OnDisk, remembers=10_000)
_MOST_NAMED = 3
_SUFFIXES = (PYTHON, NOTEBOOK, OWN, PROJECT, ".gitignore")

# What tells that a file is another one or holds something else: when it was written, how long it is, which one it is.
Stamp = tuple[int, int, int]
_Examined = tuple[OpenProject, str, Limits]


def watch(
    request: Request,
    opens: Callable[[Preferences], OpenProject] = WARM,
    wait: Callable[[float], None] = time.sleep,
) -> NoReturn:
    """Check and report, again and again as files change; ends with KeyboardInterrupt."""
    if hasattr(signal, "SIGPIPE"):  # a reader that goes away ends it, as it ends other programs
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    collect_garbage_seldom()
    disk, watched = _Disk(request), _Watched(request, opens)
    seen = disk.look()
    watched.check(())
    complain("watching for changes; Ctrl-C ends it")
    while True:
        now = disk.changed_from(seen, wait)
        changed = [path for path in seen.keys() | now.keys() if seen.get(path) != now.get(path)]
        seen = now
        watched.check(changed)


class _Disk:
    """What may change the report: sources, and the files that say which ones and how."""

    def __init__(self, request: Request) -> None:
        named = list(map(absolute, request.paths))
        folders = [path for path in named if os.path.isdir(path)]  # noqa: PTH112 - never raises
        files = [path for path in named if path not in folders]
        # What a file rests on may lie anywhere in its project, of which any name in a folder gives the root.
        self._tops = dict.fromkeys((*folders, *by_root([*files, *(f"{path}{os.sep}." for path in folders)])))
        around = {each for top in self._tops for each in request.configurations.may_rest_on(Path(top))}
        self._alone = (*files, *map(str, around))
        self._configurations = request.configurations

    def look(self) -> dict[str, Stamp]:
        """Return the stamps of all files that there are."""
        found = dict[str, Stamp]()
        for path in self._paths():
            try:
                status = os.stat(path)  # noqa: PTH116 - ten times faster than Path
            except (OSError, ValueError):
                continue
            found[path] = (status.st_mtime_ns, status.st_size, status.st_ino)
        return found

    def changed_from(self, seen: dict[str, Stamp], wait: Callable[[float], None]) -> dict[str, Stamp]:
        """Wait until there are other stamps, and no more come; return them."""
        pause, before, now = SECONDS_BETWEEN_LOOKS, seen, seen
        while now == seen or now != before:
            wait(pause)
            started = time.monotonic()
            before, now = now, self.look()
            is_quiet = now == seen
            pause = max(
                SECONDS_BETWEEN_LOOKS if is_quiet else SECONDS_TO_SETTLE, TIMES_A_LOOK * (time.monotonic() - started)
            )
        return now

    def _paths(self) -> Iterator[str]:
        yield from self._alone
        yield from self._baselines()
        for top in self._tops:
            for each in walk(DiskReader(), top, most=MOST_ENTRIES, suffixes=_SUFFIXES):
                yield os.path.normpath(each.path)

    def _baselines(self) -> Iterator[str]:
        """Yield where those of the tops are written down."""
        configurations = self._configurations.anew()
        for top in self._tops:
            try:
                file = configurations.of(os.path.join(top, os.curdir)).baseline  # noqa: PTH118 - Path drops the `.`
            except ConfigurationError:
                continue  # it is told where the files are looked at
            if file is not None:
                yield str(file)


class _Watched:
    """What was found in the files, and what it takes to find it again."""

    def __init__(self, request: Request, opens: Callable[[Preferences], OpenProject]) -> None:
        self._request = request
        self._opens = opens
        self._projects: dict[tuple[OpenProject, str], Project] = {}
        self._known: dict[str, tuple[_Examined, Inspection]] = {}
        self._changed: set[str] = set()

    def check(self, changed: Iterable[str]) -> None:
        """Report anew, now that some files changed; nothing is said where that concerns none that is checked."""
        self._changed.update(changed)
        try:
            self._check(sorted(self._changed))
        except FAULTS as error:
            complain(str(error))

    def _check(self, changed: Sequence[str]) -> None:
        request = replace(self._request, configurations=self._request.configurations.anew())
        discovery, batches = found(request, self._opens)
        known = baselines(request, batches)
        self._note(changed, batches)
        left = {path: self._known[path] for path in discovery.files if path in self._known}
        is_same = len(left) == len(self._known)
        self._known = left
        waiting = [each for batch in batches for each in self._stale(batch, frozenset(changed))]
        if changed and is_same and not waiting and all(path.endswith((PYTHON, NOTEBOOK)) for path in changed):
            self._changed.clear()
            return
        if changed:
            complain(_head(changed))
        for examined, path in with_progress(waiting, len(waiting)):
            open_project, root, limits = examined
            [inspection] = inspected(self._projects[open_project, root], [path], limits)
            self._known[path] = (examined, inspection)
        self._changed.clear()
        told(request, known, discovery, batches, [self._known[path][1] for path in _in_order(batches)])

    def _note(self, changed: Collection[str], batches: Sequence[Batch]) -> None:
        """Tell the projects that there are of the change, and open those that there are not yet."""
        keys = [(batch.open_project, root) for batch in batches for root in batch.groups]
        self._projects = {key: self._projects.get(key) or key[0](key[1]) for key in keys}
        for project in self._projects.values():
            for path in changed:
                project.changed(path, written=True)

    def _stale(self, batch: Batch, changed: Collection[str]) -> Iterator[tuple[_Examined, str]]:
        """Yield the files of a batch that must be examined, each with how."""
        limits = limits_of(batch.configuration)
        for root, paths in batch.groups.items():
            examined = (batch.open_project, root, limits)
            resting = self._projects[batch.open_project, root].rest_on(changed, paths, written=True) if changed else ()
            again = {*changed, *resting}
            for path in paths:
                if path in again or path not in self._known or self._known[path][0] != examined:
                    yield examined, path


def _in_order(batches: Sequence[Batch]) -> list[str]:
    return [path for batch in batches for paths in batch.groups.values() for path in paths]


def _head(changed: Sequence[str]) -> str:
    """Return the line before a new report: when it was made, and of what change."""
    names = ", ".join(map(friendly, changed[:_MOST_NAMED]))
    more = f" and {len(changed) - _MOST_NAMED} more" if len(changed) > _MOST_NAMED else ""
    return f"{time.strftime('%H:%M:%S')}: {names}{more} changed"
