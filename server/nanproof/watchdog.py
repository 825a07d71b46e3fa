"""The clock beside the work: ends what takes too long or too much memory, whatever it is doing.

A thread looks at the time that the process has computed and at the memory that it holds, and sends the main thread a
signal whose handler raises `Interrupted`. So a loop needs no questions of its own, and no input is too odd for it. Code
in C that neither returns nor looks at signals is beyond its reach: the server's analysis has a last limit for that
(`lsp/analyst.py`), and no pattern may need one (`tests/source/test_patterns.py`).
"""

from __future__ import annotations

import _thread
import gc
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from queue import SimpleQueue
from threading import Thread, main_thread
from types import FrameType
from typing import TypeVar

from nanproof.budget import Interrupted
from nanproof.configuration.configuration import Configuration
from nanproof.source.parsing import feed_that_reads

T = TypeVar("T")

SECONDS_BETWEEN_LOOKS = 0.02
SECONDS_THAT_NOBODY_FEELS = 0.02
_LOOKS_BEFORE_SLEEP = 50
MOST_NAMED = 5
_SIGNAL = signal.Signals["SIGUSR2" if sys.platform != "win32" else "SIGBREAK"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be spent on one file: seconds of computing, and megabytes that the process may grow by."""

    seconds: float
    megabytes: float = 500.0


# The slowest file of the repositories that the README names takes 2.5 s: who waits for all of an answer wants all.
USUAL_SECONDS = 5.0


def limits_of(configuration: Configuration) -> Limits:
    """Return what may be spent on a file for somebody who waits for all that is found in it."""
    return Limits(configuration.get("seconds-per-file") or USUAL_SECONDS, configuration.get("megabytes-per-file"))


@cache
def watchdog() -> Watchdog:
    """Return the watchdog of this process; first asked for by its main thread."""
    return Watchdog()


class Watchdog:
    """Watches the main thread of this process, of which there is one; so there is one watchdog, made in that thread."""

    def __init__(self) -> None:
        self.watched: WatchedBudget | None = None
        self._wanted: SimpleQueue[None] = SimpleQueue()
        self._is_asleep = False
        self._process = os.getpid()
        self._thread: Thread | None = None
        signal.signal(_SIGNAL, self._bite)
        usual = sys.unraisablehook
        sys.unraisablehook = lambda what: None if what.exc_type is Interrupted else usual(what)

    def budget(self, limits: Limits) -> WatchedBudget:
        """Return a budget for one question, which begins to be spent now."""
        return WatchedBudget(self, limits)

    def watch(self, budget: WatchedBudget) -> None:
        """Watch an attempt from now on, until `watched` is None again.

        From then on an interruption may come between any two steps of this thread. One that comes inside of an event or
        a condition leaves its lock held for ever; the queue's `put` is one step.
        """
        if self._thread is None or self._process != os.getpid():  # a forked process has the thread no more
            self._process, self._wanted, self._is_asleep = os.getpid(), SimpleQueue(), False
            self._thread = Thread(target=self._run, name="nanproof-watchdog", daemon=True)
            self._thread.start()
        self.watched = budget
        if self._is_asleep:
            self._is_asleep = False
            self._wanted.put(None)

    def interrupt(self) -> None:
        """Have the main thread raise `Interrupted`, if an attempt is under way there. From any thread."""
        if sys.platform == "win32":
            _thread.interrupt_main(_SIGNAL)
        else:
            signal.pthread_kill(main_thread().ident or 0, _SIGNAL)

    def _run(self) -> None:
        quiet = 0
        while self._process == os.getpid():
            if quiet > _LOOKS_BEFORE_SLEEP:
                self._is_asleep = True
                if self.watched is None:  # else it was wanted just before, and nobody will say so again
                    self._wanted.get()
                self._is_asleep = False
            time.sleep(SECONDS_BETWEEN_LOOKS)
            budget = self.watched
            quiet = quiet + 1 if budget is None else 0
            # Again and again while the attempt lasts: on its way out an interruption can be taken for an error.
            if budget is not None and budget.must_end:
                self.interrupt()

    def _bite(self, _: int, frame: FrameType | None) -> None:
        budget = self.watched
        # Asked again: the attempt that was meant may have ended, and another begun, while the signal was on its way.
        if budget is None or not budget.must_end:
            return
        feed = feed_that_reads(frame)
        if feed is None:
            raise Interrupted
        feed.is_ended = True


class WatchedBudget:
    """A budget of process time, and of memory where the system tells how much is held."""

    def __init__(self, watchdog: Watchdog, limits: Limits) -> None:
        self.is_withdrawn = False
        self._watchdog = watchdog
        self._limits = limits
        now = time.process_time()
        self._until, self._late_from = now + limits.seconds, now + SECONDS_THAT_NOBODY_FEELS
        self._most = held_megabytes() + limits.megabytes
        self._now_until = self._until
        self._is_full = False

    @property
    def is_spent(self) -> bool:
        """Whether no further attempt is to begin."""
        return self.is_withdrawn or self._is_full or time.process_time() >= self._until

    @property
    def is_late(self) -> bool:
        """Whether it took longer than nobody feels."""
        return time.process_time() >= self._late_from

    def attempt(self, work: Callable[[], T], share: float = 1.0) -> T | None:
        """Do some work; None when it was interrupted."""
        self._now_until = min(self._until, time.process_time() + share * self._limits.seconds)
        try:
            try:
                self._watchdog.watch(self)
                return None if self.is_withdrawn else work()  # it may have been withdrawn before it was watched
            finally:
                self._watchdog.watched = None
        except Interrupted:
            if self._is_full:
                gc.collect()
            return None

    def withdraw(self) -> None:
        """End the attempt under way and begin no other: nobody waits for the answer. From any thread."""
        self.is_withdrawn = True
        self._watchdog.interrupt()

    @property
    def must_end(self) -> bool:
        """Whether the attempt under way has taken too much, or nobody waits for it. Asked by the watchdog."""
        self._is_full = self._is_full or held_megabytes() > self._most
        return self.is_withdrawn or self._is_full or time.process_time() >= self._now_until


def stopped_after(limits: Limits, unseen: Sequence[tuple[int, int]]) -> str:
    """Say that some lines, of which the first and last are given, were left out: silence there proves nothing."""
    named = unseen if len(unseen) <= MOST_NAMED else [(unseen[0][0], unseen[-1][1])]
    lines = " and ".join(f"line {first}" if first == last else f"lines {first}-{last}" for first, last in named)
    lines += "" if named is unseen else f", in {len(unseen)} places,"
    were = "was" if len(named) == 1 and named[0][0] == named[0][1] else "were"
    spent = f"{limits.seconds:g} s of computing or {limits.megabytes:g} MB"
    return f"nanproof stopped after {spent}: {lines} {were} not looked at to the end"


def held_megabytes() -> float:
    """Return how much memory the process holds; where only that is told, the most that it ever held; else 0."""
    if _PAGE:
        with open("/proc/self/statm", "rb", buffering=0) as file:  # noqa: PTH123 - fifty times a second
            return int(file.read().split()[1]) * _PAGE / 1e6
    return _most_held() / 1e6


def _most_held() -> float:
    try:
        import resource  # not on Windows
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


_PAGE = os.sysconf("SC_PAGE_SIZE") if sys.platform == "linux" else 0
