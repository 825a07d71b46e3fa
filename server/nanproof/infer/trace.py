"""The ways of a value: the steps that it went, and those that it went where another origin is the one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from nanproof.source.place import Place, Reason

_MOST_BESIDE = 8
_MOST_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Trace:
    """The way of a value, newest step last, as a linked list: sharing is free.

    `beside` are the ways that stand for this step and all before it where the value comes from elsewhere.
    """

    reason: Reason
    before: Trace | None = None
    beside: tuple[Trace, ...] = ()

    def steps(self, through: Place | None = None) -> tuple[Reason, ...]:
        """Return the reasons in the order in which the value went; of several ways one that goes through a place."""
        way = _way(self, through) if through is not None else None
        found: list[Reason] = []
        step: Trace | None = self
        if way is not None:
            return way
        while step is not None:
            found.append(step.reason)
            step = step.before
        return tuple(reversed(found))


def either(leading: Trace | None, others: Iterable[Trace | None]) -> Trace | None:
    """Return the way of a value of several origins: that of the one which leads, with the others beside it."""
    if leading is None:
        return None
    known = dict.fromkeys(each for each in others if each is not None and each is not leading)
    beside = tuple(each for each in known if each not in leading.beside and each != leading)[:_MOST_BESIDE]
    return replace(leading, beside=(*leading.beside, *beside)[:_MOST_BESIDE]) if beside else leading


def _way(trace: Trace, through: Place) -> tuple[Reason, ...] | None:
    """Return the first way that has a step at a place, the leading one before those beside it."""
    waiting: list[tuple[Trace, tuple[Reason, ...], bool]] = [(trace, (), False)]
    for _ in range(_MOST_LOOKED_AT):
        if not waiting:
            break
        step, after, is_through = waiting.pop()
        waiting += [(each, after, is_through) for each in reversed(step.beside)]
        is_through = is_through or step.reason.place == through
        way = (step.reason, *after)
        if step.before is not None:
            waiting.append((step.before, way, is_through))
        elif is_through:
            return way
    return None
