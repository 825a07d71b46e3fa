"""What a question may cost in time and memory, seen from the side of the work: it can be ended at any moment.

The evaluations of an expression have budgets of their own, which give the same answer on every machine
(`infer/engine.py`). This one is for all the rest: whatever a text may do to a loop, its reader gets an answer.
Pure: the clock is the edge's (`watchdog.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from nanproof.source.parsing import Interrupted

__all__ = ["Budget", "Interrupted", "Unlimited"]

T = TypeVar("T")


class Budget(Protocol):
    """What may be spent on one question, which is answered in several attempts."""

    @property
    def is_withdrawn(self) -> bool:
        """Whether nobody waits for the answer any more."""
        ...

    @property
    def is_spent(self) -> bool:
        """Whether no further attempt is to begin: nothing is left, or nobody waits."""
        ...

    @property
    def is_late(self) -> bool:
        """Whether whoever waits for a first answer would feel it by now."""
        ...

    def attempt(self, work: Callable[[], T], share: float = 1.0) -> T | None:
        """Do some work and return what it returns, never None; None when it was interrupted.

        It may take what is left, and at most a share of the whole.
        """
        ...


class Unlimited:
    """A budget that is never spent."""

    is_withdrawn = False
    is_spent = False
    is_late = False

    def attempt(self, work: Callable[[], T], share: float = 1.0) -> T | None:  # noqa: ARG002 - there is no whole
        """Do some work to its end."""
        return work()
