"""The table of answers: each question is answered once, and kept as far as what the answer rests on is settled.

A question that circles is cut at the question that runs already. What was found under a cut rests on that question: it
is final when the circle closes inside it, and holds meanwhile for as long as the question runs (tabling with
provisional answers, as in SLG resolution: W. Chen, D. S. Warren: Tabled evaluation with delaying for general logic
programs. J. ACM 1996).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nanproof.infer.value import UNKNOWN, Value

Key = tuple[object, ...]

# An answer that a budget cut, or that callers of callers cut, and below these bits one bit for each depth of a cut.
BUDGET = 1
CALLERS = 2
_SETTLED = 0
_FIRST = 2


@dataclass(frozen=True, slots=True)
class _Provisional:
    """An answer that holds while the innermost question that it rests on, the run at a depth, is being answered."""

    value: Value
    rests: int
    depth: int
    run: int
    level: int


class Table:
    """The answers that were found, those that are being found, and what the one in hand rests on."""

    def __init__(self) -> None:
        self.held: dict[Key, Value] = {}
        self.level = 0  # how many questions for callers the one in hand stands in
        self._of_level: dict[tuple[int, Key], Value] = {}
        self._provisional: dict[Key, _Provisional] = {}
        self._depths: dict[Key, int] = {}
        self._runs: list[int] = []
        self._started = 0
        self._rests = _SETTLED

    @property
    def depth(self) -> int:
        """The number of questions that are being answered, each for the one before."""
        return len(self._runs)

    def cut(self, why: int) -> Value:
        """Return what is known where a budget ends; the question in hand rests on it."""
        self._rests |= why
        return UNKNOWN

    def rests(self) -> int:
        """Return what the question in hand rests on so far."""
        return self._rests

    def settle(self, rests: int) -> None:
        """Let the question in hand rest on no more than it did: what was cut since will not be found out by asking."""
        self._rests = rests

    def reached(self, key: Key) -> Value | None:
        """Return an answer that was given before and that holds here; None where there is none."""
        value = self.held.get(key)
        if value is not None:
            return value
        value = self._of_level.get((self.level, key))
        if value is not None:
            self._rests |= CALLERS
            return value
        if key in self._depths:
            self._rests |= 1 << (_FIRST + self._depths[key])
            return UNKNOWN
        provisional = self._provisional.get(key)
        if provisional is None or provisional.level != self.level or not self._still_runs(provisional):
            return None
        self._rests |= provisional.rests
        return provisional.value

    def answered(self, key: Key, find: Callable[[], Value], is_dear: Callable[[], bool]) -> Value:
        """Find an answer and keep it as far as what it rests on is settled.

        One that a budget cut is settled too where it was dear: who asks again would pay as much, and learn no more.
        """
        depth, outer = len(self._runs), self._rests
        self._rests = _SETTLED
        self._depths[key] = depth
        self._started += 1
        self._runs.append(self._started)
        try:
            value = find()
        finally:
            self._runs.pop()
            del self._depths[key]
            rests = self._rests & ~(1 << (_FIRST + depth))
            self._rests = outer | rests
        if rests & BUDGET and is_dear():
            rests &= ~BUDGET
        self._keep(key, value, rests)
        return value

    def _keep(self, key: Key, value: Value, rests: int) -> None:
        if rests == _SETTLED or not self._runs:
            self.held[key] = value
        elif rests == CALLERS:
            self._of_level[self.level, key] = value
        elif not rests & BUDGET:
            depth = rests.bit_length() - 1 - _FIRST
            self._provisional[key] = _Provisional(value, rests, depth, self._runs[depth], self.level)

    def _still_runs(self, provisional: _Provisional) -> bool:
        return provisional.depth < len(self._runs) and self._runs[provisional.depth] == provisional.run
