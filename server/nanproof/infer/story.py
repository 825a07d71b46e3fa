"""The story of a value: the steps that it went, and where there are several ways, those of each.

`s = tanh(x) if flat else sigmoid(x)` has two ways: why `s` can be 0 is told on that of the sigmoid.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeAlias

from nanproof.source.place import Place, Reason


@dataclass(frozen=True, eq=False, slots=True)
class Trace:
    """The way of a value, newest step last, as a linked list: sharing is free."""

    reason: Reason
    before: Story | None = None

    @property
    def place(self) -> Place:
        """Where the newest step was."""
        return self.reason.place


@dataclass(frozen=True, eq=False, slots=True)
class Fork:
    """Several ways that a value may have come, each with the producers that lie on it; the first is the usual one."""

    ways: tuple[tuple[frozenset[Hashable], Story], ...]

    @property
    def place(self) -> Place:
        """Where the newest step of the first way was."""
        return self.ways[0][1].place

    def way(self, blamed: Hashable, taken: AbstractSet[Hashable]) -> Story:
        """Return the way of the producer that is blamed, else the one with most of those that are taken."""
        return max(self.ways, key=lambda way: (blamed in way[0], len(way[0] & taken)))[1]


Story: TypeAlias = Trace | Fork


def forked(ways: Iterable[tuple[Iterable[Hashable], Story | None]]) -> Story | None:
    """Return the story of what may have come on any of several ways."""
    stories: dict[Story, frozenset[Hashable]] = {}
    for producers, story in ways:
        if story is not None:
            stories[story] = stories.get(story, frozenset()) | frozenset(producers)
    if len(stories) < 2:
        return next(iter(stories), None)
    return Fork(tuple((producers, story) for story, producers in stories.items()))


def steps(
    story: Story | None, blamed: Hashable = None, taken: AbstractSet[Hashable] = frozenset()
) -> tuple[Reason, ...]:
    """Return the reasons in the order in which the value went, on the way of the producer that is to blame."""
    found: list[Reason] = []
    while story is not None:
        if isinstance(story, Fork):
            story = story.way(blamed, taken)
            continue
        if found and found[-1].place == story.reason.place:
            found.pop()  # a call of a function that only passes on what it makes
        found.append(story.reason)
        story = story.before
    return tuple(reversed(found))
