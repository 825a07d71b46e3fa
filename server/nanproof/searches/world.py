"""What a search is made in: where texts come from, what holds for them, and who analyses them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nanproof.budget import Budget
from nanproof.configuration.configuration import Configuration
from nanproof.files.loading import Source
from nanproof.files.problem import Problem
from nanproof.fixes.fix import Preferences
from nanproof.printed.palette import Palette
from nanproof.printed.record import Stretch

if TYPE_CHECKING:  # the engine takes longer to load than a log to read
    from nanproof.analysis import Project


@dataclass(frozen=True, slots=True)
class World:
    """Files as they are on the disk or in an editor, their configurations, and the projects at root folders.

    Each file has a budget of its own, by its configuration.
    """

    load: Callable[[str], Source | Problem]
    configuration: Callable[[str], Configuration]
    project: Callable[[str, Preferences], Project]
    budget: Callable[[Configuration], Budget | None]

    def leaves_out(self, folder: str) -> bool:
        """Say whether a folder is not to be entered."""
        return self.configuration(folder).leaves_out_folder(folder)


class SearchError(Exception):
    """A search that cannot be made; the text is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search came to: its suspects as objects of JSON, the likeliest first, and how a terminal tells them.

    `stretches` are where they stand, in the same order. `summary` is one sentence for people, `complaints` are
    sentences about what was not looked at, and `more` is one about how a terminal tells more.
    """

    objects: tuple[dict[str, object], ...]
    stretches: tuple[Stretch, ...]
    lines: Callable[[Palette], Iterator[str]]
    summary: str
    complaints: tuple[str, ...] = ()
    more: str = ""
