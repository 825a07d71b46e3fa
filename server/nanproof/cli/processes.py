"""Inspecting many files: in this process while they are few, in several when that is faster."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from nanproof.cli.inspection import Inspection, inspected
from nanproof.files.problem import Problem
from nanproof.fixes.fix import USUAL, Preferences
from nanproof.source.reader import DiskReader, UnlinkedReader
from nanproof.watchdog import USUAL_SECONDS, Limits

if TYPE_CHECKING:  # the engine takes longer to load than to learn that nothing changed
    from nanproof.analysis import Project

# So many files take longer than it does to start a process and bring its findings back (benchmarks/README.md).
WORTH_A_PROCESS = 250
USUAL_LIMITS = Limits(USUAL_SECONDS)
_CHUNK = 16
_MOST_PROCESSES = 16
_MOST_OF_WINDOWS = 61  # it waits for no more of them at once

OpenProject = Callable[[str], "Project"]


@dataclass(frozen=True, slots=True)
class OnDisk:
    """Opens the project at a root folder. Two with the same preferences are equal, in whichever process.

    Who asks about files again has what was found in so many of them remembered.
    """

    preferences: Preferences = USUAL
    remembers: int = 0

    def __call__(self, root: str) -> Project:
        """Open the project at a root folder."""
        from nanproof.analysis import Project

        reader = UnlinkedReader(root, DiskReader())
        return Project(root, reader, is_still=True, preferences=self.preferences, remembers=self.remembers)


on_disk = OnDisk()


def inspections(
    groups: Mapping[str, Sequence[str]],
    open_project: OpenProject = on_disk,
    processes: int | None = None,
    limits: Limits = USUAL_LIMITS,
) -> Iterator[Inspection]:
    """Inspect the files of each root, in order; in as many processes as are asked for, or as many as are useful."""
    files = sum(map(len, groups.values()))
    processes = min(processes or useful_processes(files), files, most_processes())
    if processes > 1:
        yield from _in_processes(groups, open_project, processes, limits)
        return
    for root, paths in groups.items():
        yield from inspected(open_project(root), paths, limits)


def useful_processes(files: int) -> int:
    """Return how many processes check so many files fastest on this machine."""
    return max(1, min(_cores(), files // WORTH_A_PROCESS, _MOST_PROCESSES, most_processes()))


def most_processes() -> int:
    """Return how many processes there may be at most, whoever asks for more."""
    if sys.platform != "linux" and sys.version_info < (3, 11):
        return 1  # Python would start each with the working folder on its path, and run a module of the user's
    return _MOST_OF_WINDOWS if sys.platform == "win32" else sys.maxsize


def _cores() -> int:
    if sys.platform == "linux":
        cores = len(os.sched_getaffinity(0))
    else:
        cores = os.cpu_count() or 1
    return cores


def _in_processes(
    groups: Mapping[str, Sequence[str]], open_project: OpenProject, processes: int, limits: Limits
) -> Iterator[Inspection]:
    import multiprocessing
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor

    import nanproof.analysis  # noqa: F401 - a forked process has it loaded already

    # It is safe here: no thread has been started yet.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    size = min(_CHUNK, -(-sum(map(len, groups.values())) // processes))
    chunks = [
        (root, paths[first : first + size]) for root, paths in groups.items() for first in range(0, len(paths), size)
    ]
    with ProcessPoolExecutor(processes, context, _let_interrupts_end_it) as pool:
        futures = [pool.submit(_inspect_chunk, open_project, root, paths, limits) for root, paths in chunks]
        done = 0
        try:
            for future in futures:
                yield from future.result()
                done += 1
        except BrokenProcessPool:
            yield _abandoned([path for _, paths in chunks[done:] for path in paths])
        finally:
            # Its own thread cancels: one that another thread cancels while the pool breaks ends in a traceback.
            pool.shutdown(cancel_futures=True)


def _abandoned(paths: Sequence[str]) -> Inspection:
    sentence = (
        f"a process of nanproof was killed, perhaps for want of memory, with this file and {len(paths) - 1}"
        " after it still to check; check fewer files at a time"
    )
    return Inspection(paths[0], problem=Problem(paths[0], sentence, defect=True))


def _let_interrupts_end_it() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _inspect_chunk(open_project: OpenProject, root: str, paths: Sequence[str], limits: Limits) -> list[Inspection]:
    return list(inspected(_opened(open_project, root), paths, limits))


@lru_cache(maxsize=4)
def _opened(open_project: OpenProject, root: str) -> Project:
    """Return a worker's own project of a root, kept from one chunk to the next."""
    return open_project(root)
