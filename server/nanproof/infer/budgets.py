"""What the questions of a document may cost, counted in evaluations: so the answers are the same on every machine.

A question that comes to the end of its budget is answered with what is known by then.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

MOST_EVALUATIONS = 60_000  # for a document
MOST_IN_A_HURRY = 120  # that a piece may have cost before, to be asked again behind a key: some 5 ms
MOST_FOR_ONE_QUESTION = 800
MOST_FOR_CALLERS = 300  # of them for what the callers of one function pass
MOST_FOR_ALL_CALLERS = 400  # and of all: what the expression itself is made of must be affordable too
MOST_FOR_A_BOUND = 30  # of a guard, `c` of `if x > c`
DEAR = MOST_FOR_ONE_QUESTION // 2  # what took so much and came to an end is known as well as it will be


class Evaluations:
    """The evaluations that were made for a document, and where those for the question in hand end."""

    def __init__(self, spent: int) -> None:
        self.spent = spent
        self._until = 0
        self._left_for_callers = 0

    def spend(self, *, begins: bool) -> bool:
        """Count an evaluation, and say whether it may be made; one that `begins` a question may."""
        if begins:
            self._until = min(self.spent + MOST_FOR_ONE_QUESTION, MOST_EVALUATIONS)
            self._left_for_callers = MOST_FOR_ALL_CALLERS
        self.spent += 1
        return self.spent <= self._until

    @property
    def is_over(self) -> bool:
        """Say whether all was spent that a document may cost."""
        return self.spent > MOST_EVALUATIONS

    def dear_from_here(self) -> Callable[[], bool]:
        """Return what says later whether so much was spent since now that no more will be known by asking again."""
        before = self.spent
        return lambda: self.spent - before >= DEAR

    @property
    def allows_callers(self) -> bool:
        """Say whether the question in hand may ask for what callers pass."""
        return self._left_for_callers > 0

    def on_callers(self, evaluate: Callable[[], T], *, is_outermost: bool) -> tuple[T, bool]:
        """Return what callers pass, and whether all that the callers of a function may cost was spent on that."""
        before, until = self.spent, self._until
        most = min(MOST_FOR_CALLERS, self._left_for_callers)
        self._until = min(until, before + most)
        try:
            value = evaluate()
        finally:
            is_spent = most == MOST_FOR_CALLERS and self.spent >= self._until < until
            self._until = until
        if is_outermost:
            self._left_for_callers -= min(most, self.spent - before)
        return value, is_spent

    def on_a_bound(self, evaluate: Callable[[], T]) -> T:
        """Return what something is compared with, also where the budget ended before: else its guards would be lost."""
        until = self._until
        self._until = max(until, self.spent + MOST_FOR_A_BOUND)
        try:
            return evaluate()
        finally:
            self._until = until
