"""What a run has done so far, said now and then and at its end."""

from __future__ import annotations

import resource
import sys
import time

from fuzzing.disagreement import Disagreement

_SECONDS_BETWEEN = 60


class Tally:
    """Counts what is done and what failed."""

    def __init__(self, unit: str, wanted: int) -> None:
        self.done = 0
        self.failures = 0
        self._unit = unit
        self._wanted = wanted
        self._started = self._said = time.monotonic()

    def add(self, number: int = 1) -> None:
        """Count what was done."""
        self.done += number
        now = time.monotonic()
        if now - self._said > _SECONDS_BETWEEN:
            self._said = now
            print(f"{self._line()} of {self._wanted:,}", file=sys.stderr, flush=True)

    def fail(self, failure: Disagreement, *how: str) -> None:
        """Print a failure, and the commands that show it again."""
        self.failures += 1
        print("\n".join((f"FAILED: {failure}", *(f"  again: {line}" for line in how))), flush=True)

    def close(self, what: str) -> int:
        """Print the figures and return the exit code."""
        print(f"{self._line()}; {what}", flush=True)
        return int(self.failures > 0)

    def _line(self) -> str:
        used = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        passed = time.monotonic() - self._started
        each = used / self.done * 1000 if self.done else 0
        return (
            f"{self.done:,} {self._unit}, {self.failures} failures, {passed:.0f} s, "
            f"{used:.0f} s of processor time ({each:.2f} ms each)"
        )
