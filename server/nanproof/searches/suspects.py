"""From what a person named to the operations that may have made the NaN, the likeliest first, as they are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from nanproof.findings.finding import Severity
from nanproof.printed.palette import Palette
from nanproof.printed.paths import friendly
from nanproof.printed.record import Step, recorded, stretch_of
from nanproof.printed.suspect import Cleared, Suspected, cleared_lines, in_a_line, in_full
from nanproof.printed.text import counted
from nanproof.searches.entries import Entries, EntryError, entries
from nanproof.searches.suspect_objects import object_of
from nanproof.searches.world import Answer, SearchError, World
from nanproof.suspects.certainty import Certainty
from nanproof.suspects.search import NoSuchFunctionError, reached, search
from nanproof.suspects.suspect import Looked, Suspect

# So many are told in full whatever they are; what is certain, or really taken, always is.
IN_FULL = 3
_SURE = frozenset({Certainty.CERTAIN, Certainty.TAKEN})
_MOST_NAMES = 8


def suspects(world: World, asked: Sequence[str], *, all_: bool = False) -> Answer:
    """Return which operations may have made a NaN; raises SearchError."""
    start, looked = looked_at(world, asked)
    shown = [each for each in looked.suspects if is_shown(world, each)]
    if not looked.trains and not shown:
        raise SearchError(f"{named(start)}: nothing trains there, or in what it reaches; name the script that trains")
    told = [_suspected(rank, each, start) for rank, each in enumerate(shown, 1)]
    telling = _Telling(tuple(told), looked, start, all_)
    stretches = tuple(each.record.stretch for each in told)
    return Answer(
        tuple(map(object_of, told)), stretches, telling.lines, telling.summary(), tuple(_unseen(looked)), telling.more()
    )


def looked_at(world: World, asked: Sequence[str]) -> tuple[Entries, Looked]:
    """Return where a search starts, and what it found from there; raises SearchError."""
    try:
        start = entries(asked, world.leaves_out, world.load)
        configuration = world.configuration(start.entries[0].document.path)
        project = world.project(start.root, configuration.preferences)
        return start, search(project, start.entries, partial(world.budget, configuration))
    except EntryError as error:
        raise SearchError(str(error)) from error
    except NoSuchFunctionError as error:
        path, known = friendly(error.entry.document.path), error.known
        some = f"; it defines {', '.join(known[:_MOST_NAMES])}{', ...' if len(known) > _MOST_NAMES else ''}"
        raise SearchError(f"{path} defines no function {error.entry.function}{some if known else ''}") from error


def reached_from(world: World, asked: Sequence[str]) -> tuple[str, ...]:
    """Return the files that some scripts lead to; none where that cannot be told."""
    try:
        start = entries(asked, world.leaves_out, world.load)
    except EntryError:
        return ()
    configuration = world.configuration(start.entries[0].document.path)
    reach, _ = reached(world.project(start.root, configuration.preferences), start.entries)
    return tuple(each.document.path for each in reach.contents)


def is_shown(world: World, suspect: Suspect) -> bool:
    """Say whether the configuration of its file leaves a suspect to be told, at whatever level."""
    selection = world.configuration(suspect.path).selection(suspect.path)
    finding = suspect.finding
    return replace(selection, level=Severity.HINT).shows(finding.code, finding.severity, finding.about)


def named(start: Entries) -> str:
    """Return how the start of a search is called."""
    first = start.entries[0]
    name = f"{friendly(first.document.path)}{f':{first.function}' if first.function else ''}"
    others = len(start.entries) - 1
    return f"{name} with {counted(others, 'other file')}" if others else name


def _unseen(looked: Looked) -> Iterator[str]:
    for path in looked.unseen:
        yield f"{friendly(path)}: not all of it was looked at within the time for a file (seconds-per-file)"


def _suspected(rank: int, suspect: Suspect, start: Entries) -> Suspected:
    notebook = start.notebooks.get(suspect.path)
    way = tuple(
        Step(each.message, stretch_of(each.place, each.place.document, start.notebooks.get(each.place.document.path)))
        for each in suspect.way
    )
    record = recorded(suspect.document, suspect.diagnosis, notebook)
    return Suspected(rank, suspect.certainty, suspect.kind, suspect.distance, record, way)


@dataclass(frozen=True, slots=True)
class _Telling:
    """How a terminal tells what was found; `all_` in full, and why the others are safe."""

    told: tuple[Suspected, ...]
    looked: Looked
    start: Entries
    all_: bool

    def lines(self, palette: Palette) -> Iterator[str]:
        brief = self._brief()
        for each in self.told:
            if each not in brief:
                yield from in_full(each, palette)
        yield from map(in_a_line, brief)
        if brief:
            yield ""
        if self.all_:
            yield from cleared_lines(self._cleared())
            yield from [""] if self.looked.safe else []
        yield self.summary()
        if not self.looked.losses:
            yield "No derivative is taken in what it reaches, so no way to a loss is known."

    def more(self) -> str:
        """Say how to be told more, if there is more to tell."""
        brief = self._brief()
        if not brief and (self.all_ or not self.looked.safe):
            return ""
        return f"--all tells {'each in full, and ' if brief else ''}why the others are safe."

    def _brief(self) -> list[Suspected]:
        """Return those that are told in one line."""
        if self.all_:
            return []
        return [each for each in self.told if each.rank > IN_FULL and each.certainty not in _SURE]

    def summary(self) -> str:
        """Say what was looked at, how many suspects there are, and why the rest are none."""
        looked = self.looked
        reached = f"{counted(looked.functions, 'function')} in {counted(len(looked.documents), 'file')}"
        found = f"{counted(looked.operations, 'operation')} looked at, {counted(len(self.told), 'suspect')}"
        causes = Counter(each.safety for each in looked.safe)
        safe = "; ".join(f"{number}: {cause.value}" for cause, number in causes.most_common())
        rest = f", {len(looked.safe)} safe ({safe})" if looked.safe else ""
        return f"{named(self.start)} reaches {reached}: {found}{rest}."

    def _cleared(self) -> Iterator[Cleared]:
        for each in self.looked.safe:
            document = each.place.document
            stretch = stretch_of(each.place, document, self.start.notebooks.get(document.path))
            yield Cleared(stretch, each.operation, each.operand, each.safety.value, each.values)
