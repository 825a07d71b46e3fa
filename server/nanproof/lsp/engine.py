"""What the analyst asks of `nanproof.analysis.Project`: loaded late, one for each workspace folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol

from nanproof.budget import Budget
from nanproof.fixes.fix import USUAL, Preferences
from nanproof.source.document import Document
from nanproof.source.reader import Reader, UnlinkedReader

if TYPE_CHECKING:
    from nanproof.analysis import Description, Examination


class Engine(Protocol):
    """The analysis of one folder."""

    def examine(
        self, document: Document, budget: Budget, *, goes_on: bool = False, hurries: bool = False
    ) -> Examination:
        """Return the findings of a document with the fixes of each, as far as a budget allows."""
        ...

    def describe(self, document: Document, offset: int) -> Description | None:
        """Return what is known of the operation at a byte offset."""
        ...

    def forget_cuts(self, path: str) -> None:
        """Have all of a document looked at by its next examination."""
        ...

    def forget(self, path: str) -> None:
        """Forget what was found in a document."""
        ...

    def rest_on(self, paths: Iterable[str], among: Iterable[str], *, written: bool) -> tuple[str, ...]:
        """Return those of some documents of which something may rest on one of some files."""
        ...

    def changed(self, path: str, *, written: bool = False) -> None:
        """Take note that a file changed, or is gone; `written`: on the disk."""
        ...


MakeEngine = Callable[[str | None, Reader, Preferences], Engine]


def load_engine(root: str | None, reader: Reader, preferences: Preferences = USUAL) -> Engine:
    """Make the real engine. Its import costs more than starting the server does, hence inside."""
    from nanproof.analysis import Project

    unlinked = UnlinkedReader(root, reader) if root is not None else reader
    return Project(root, unlinked, preferences=preferences)


MOST_ENGINES = 8


class Engines:
    """The engines made so far, one for each folder and what is preferred in it; the oldest of too many is given up."""

    def __init__(self, make: MakeEngine, reader: Reader) -> None:
        self._make = make
        self._reader = reader
        self._made: dict[tuple[str | None, Preferences], Engine] = {}

    def of(self, root: str | None, preferences: Preferences = USUAL) -> Engine:
        """Return the engine of a folder, or of the documents that lie in none."""
        key = (root, preferences)
        engine = self._made.pop(key, None) or self._make(root, self._reader, preferences)
        self._made[key] = engine
        if len(self._made) > MOST_ENGINES:
            self._made.pop(next(iter(self._made)))
        return engine

    def changed(self, path: str, *, written: bool = False) -> None:
        """Tell every engine that a file changed, or is gone; `written`: on the disk."""
        for engine in self._made.values():
            engine.changed(path, written=written)

    def forget(self, path: str) -> None:
        """Have every engine forget what was found in a document."""
        for engine in self._made.values():
            engine.forget(path)
