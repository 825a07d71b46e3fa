"""A generous limit of time, so that a fuzzer that meets a hang says so."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from fuzzing.disagreement import Disagreement


@contextmanager
def guarded(seconds: float) -> Iterator[None]:
    """Raise a Disagreement when what is done inside takes longer. Main thread only, not on Windows."""

    def hung(_signal: int, frame: FrameType | None) -> None:
        place = f"{frame.f_code.co_filename}:{frame.f_lineno}" if frame is not None else "nobody knows where"
        raise Disagreement("Hung", place, f"an end within {seconds:g} s")

    before = signal.signal(signal.SIGALRM, hung)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
