"""What a fuzzer found: what differs, and the fewest steps that lead there."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Sequence
from typing import TypeVar

Step = TypeVar("Step")
_SHOWN = 1_500


class Disagreement(Exception):  # noqa: N818 - it is what a fuzzer looks for, no error of its own
    """Something is not what it must be."""

    def __init__(self, what: str, found: str, expected: str) -> None:
        super().__init__(what)
        self.what = what
        self.found = found
        self.expected = expected

    @classmethod
    def of(cls, error: BaseException) -> Disagreement:
        """Return an error as a disagreement with "never raises"."""
        lines = traceback.format_exception(type(error), error, error.__traceback__)
        return cls(f"{type(error).__name__}", "".join(lines)[-_SHOWN:], "no exception")

    @property
    def kind(self) -> str:
        """What is compared, without the place: two of a kind are taken for the same."""
        return self.what.split(" ")[0]

    def __str__(self) -> str:
        start = next((n for n, (a, b) in enumerate(zip(self.found, self.expected, strict=False)) if a != b), 0)
        around = slice(max(0, start - 200), start + _SHOWN)
        return f"{self.what}\n  found:    {self.found[around]}\n  expected: {self.expected[around]}"


def reduced(steps: Sequence[Step], fails: Callable[[Sequence[Step]], bool], seconds: float) -> Sequence[Step]:
    """Return fewer steps that fail as well: leaves out halves, then quarters, as long as there is time."""
    until, size = time.monotonic() + seconds, max(len(steps) // 2, 1)
    while size:
        start = 0
        while start < len(steps) and time.monotonic() < until:
            fewer = [*steps[:start], *steps[start + size :]]
            if fails(fewer):
                steps = fewer
            else:
                start += size
        size //= 2
    return steps
