"""A generous limit of time, so that a fuzzer that meets a hang says so."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from fuzzing.disagreement import Disagreement

_WAITING = 30  # a busy machine may give us no more of its time than this


@contextmanager
def guarded(seconds: float) -> Iterator[None]:
    """Raise a Disagreement when what is done inside takes more processor time, or waits far longer.

    Main thread only, not on Windows.
    """

    def hung(_signal: int, frame: FrameType | None) -> None:
        place = f"{frame.f_code.co_filename}:{frame.f_lineno}" if frame is not None else "nobody knows where"
        raise Disagreement("Hung", place, f"an end within {seconds:g} s")

    timers = ((signal.ITIMER_PROF, signal.SIGPROF, seconds), (signal.ITIMER_REAL, signal.SIGALRM, _WAITING * seconds))
    before = [signal.signal(number, hung) for _, number, _ in timers]
    for timer, _, limit in timers:
        signal.setitimer(timer, limit)
    try:
        yield
    finally:
        for (timer, number, _), handler in zip(timers, before, strict=True):
            signal.setitimer(timer, 0)
            signal.signal(number, handler)
