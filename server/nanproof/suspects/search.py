"""From an entry to its suspects: what it reaches, where derivatives begin in that, and what can be invalid there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from nanproof.analysis import Project
from nanproof.budget import Budget
from nanproof.explain.safety import Safe
from nanproof.source.document import Document
from nanproof.source.place import Place
from nanproof.source.span import Span
from nanproof.suspects.contents import Contents, Unit
from nanproof.suspects.losses import Loss, losses, returns_of
from nanproof.suspects.program import Program
from nanproof.suspects.rank import open_suspect, ranked, suspect
from nanproof.suspects.reach import Reach
from nanproof.suspects.suspect import Looked, Suspect
from nanproof.suspects.ways import Ways
from nanproof.uses.training import trains_in

MOST_OPEN = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """What a search starts from: a document, or the function of it with this name (`Detr.forward`)."""

    document: Document
    function: str = ""


class NoSuchFunctionError(Exception):
    """An entry names a function that its file does not define; `known` are those that it does."""

    def __init__(self, entry: Entry, known: Sequence[str]) -> None:
        super().__init__(f"{entry.document.path} defines no function {entry.function}")
        self.entry, self.known = entry, tuple(known)


def search(project: Project, entries: Sequence[Entry], budget_of: Callable[[], Budget | None]) -> Looked:
    """Return what some entries lead to; each file has a budget of its own. Raises NoSuchFunctionError."""
    reach, started = reached(project, entries)
    takers = project.catalog.backward.taken_by
    asked = tuple(losses(reach, takers)) or tuple(_asked_about(started))
    ways = Ways(reach, asked)
    found: list[Suspect] = []
    others: list[Safe] = []
    unseen: list[str] = []
    for contents in reach.contents:
        survey = project.survey(contents.document, partial(_is_reached, reach, contents), budget_of())
        found += (suspect(contents.document, each, ways) for each in survey.diagnoses)
        others += survey.safe
        unseen += [] if survey.is_whole else [contents.document.path]
    if not any(each.is_on_way for each in found):
        # Where no loss is known either, the NaN is of a script that only computes.
        found, others = _with_what_is_open(found, others, ways, anywhere=not (asked or found))
    return Looked(
        ranked(found),
        tuple(others),
        tuple(each.document for each in reach.contents),
        sum(1 for unit in reach.units.values() if unit.name),
        tuple(_places(asked)),
        tuple(unseen),
        bool(asked) or any(trains_in(each.bindings) for each in reach.contents),
    )


def _with_what_is_open(
    found: Sequence[Suspect], others: Sequence[Safe], ways: Ways, *, anywhere: bool
) -> tuple[list[Suspect], list[Safe]]:
    """Make suspects of those nearest to the loss whose operands nothing excludes to be invalid: something was."""
    opened = {each: made for each in others if (made := open_suspect(each, ways, anywhere=anywhere)) is not None}
    nearest = sorted(opened, key=lambda each: opened[each].distance or 0)[:MOST_OPEN]
    return [*found, *map(opened.__getitem__, nearest)], [each for each in others if each not in nearest]


def reached(project: Project, entries: Sequence[Entry]) -> tuple[Reach, list[Unit]]:
    """Return what some entries reach, and the functions that were named as such. Raises NoSuchFunctionError."""
    project.modules.begin(entries[0].document)
    program = Program(project.modules, [each.document for each in entries])
    reach = Reach(program)
    named = [unit for each in entries if each.function for unit in _named(program, each)]
    reach.start([*named, *(program.contents(each.document).module for each in entries if not each.function)])
    for each in entries:
        contents = program.contents(each.document)
        if not each.function and not (contents.runs and any(map(reach.has, contents.units))):
            reach.start(contents.units)  # it runs nothing by itself: whatever it defines is for others
            reach.build(contents.classes)
    return reach, named


def _named(program: Program, entry: Entry) -> Iterator[Unit]:
    contents = program.contents(entry.document)
    found = [each for each in contents.units if entry.function in (each.title, each.name)]
    exact = [each for each in found if each.title == entry.function]
    if not found:
        raise NoSuchFunctionError(entry, [each.title for each in contents.units])
    yield from exact or found


def _is_reached(reach: Reach, contents: Contents, offset: int) -> bool:
    return reach.has(contents.unit_at(offset))


def _asked_about(started: Iterable[Unit]) -> Iterator[Loss]:
    for unit in started:
        yield from returns_of(unit)


def _places(found: Iterable[Loss]) -> Iterator[Place]:
    told: dict[tuple[str, int], Place] = {}
    for each in found:
        place = Place(each.unit.document, Span(each.taker.start_byte, each.taker.end_byte))
        told.setdefault((place.document.path, place.span.start), place)
    return iter(told.values())
