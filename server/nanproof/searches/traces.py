"""From what a log says of a NaN to the lines that may have made it, the likeliest first, as they are told."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nanproof.budget import Budget
from nanproof.files.discovery import discover
from nanproof.files.paths import absolute
from nanproof.files.problem import Problem
from nanproof.files.roots import root_of
from nanproof.fixes.diagnosis import Diagnosis
from nanproof.fixes.fix import Preferences
from nanproof.printed.cells import printable
from nanproof.printed.palette import Palette
from nanproof.printed.paths import friendly
from nanproof.printed.text import as_text, where
from nanproof.printed.traced import place_of, record_of
from nanproof.searches.logs import READS
from nanproof.searches.trace_objects import object_of
from nanproof.searches.world import Answer, SearchError, World
from nanproof.source.document import Document
from nanproof.source.notebook import SUFFIX as NOTEBOOK
from nanproof.traces.frames import is_installed
from nanproof.traces.matched import Text, candidates
from nanproof.traces.report import Event, Report
from nanproof.traces.suspected import Suspected
from nanproof.traces.told import headline, to_be_sure, why

if TYPE_CHECKING:  # the engine takes longer to load than a log to read
    from nanproof.analysis import Project

_MOST_FOLDERS = 20_000  # entries of folders that are looked at
_MOST_FILES = 40  # files that are examined


def trace(world: World, report: Report, entries: Sequence[str]) -> Answer:
    """Return which lines may have made the NaN of a log; `entries` are where its program is. Raises SearchError.

    Without an entry the program is sought in the folder in which this runs.
    """
    for entry in entries:
        if not os.path.exists(entry):  # noqa: PTH110 - Path.exists raises for a name that is too long
            raise SearchError(f"{friendly(absolute(entry))}: there is no such file or folder")
    suspects, texts = _of_the_program(world, report, entries), tuple[Text, ...]()
    if not suspects:
        texts = _texts(world, report, entries)
        suspects = _among(world, report, texts)
    telling = _Telling(report, suspects, texts)
    objects = tuple(object_of(rank, each) for rank, each in enumerate(suspects, 1))
    return Answer(objects, tuple(map(place_of, suspects)), telling.lines, telling.summary())


def _texts(world: World, report: Report, entries: Sequence[str]) -> tuple[Text, ...]:
    """Return the files that a log names, those that they name, and for a log that names none all that there are."""
    imported = _imported(world, report, entries)
    found = [*discover(entries or [os.curdir], most=_MOST_FOLDERS).files, *imported]
    frames = [frame for event in report.events for frame in event.frames]
    on_disk = (absolute(each.path) for each in frames if _is_own(each.path))
    paths = list(dict.fromkeys([*found, *(each for each in on_disk if os.path.isfile(each))]))  # noqa: PTH113 - Path.is_file raises, too
    wanted = dict.fromkeys(path for frame in frames for path in candidates(frame.path, paths)[:3])
    named = [entry for each in entries if (entry := absolute(each)) in paths]
    texts = _loaded(world, [*wanted, *named])
    if not texts:
        return _loaded(world, paths)
    words = frozenset(word for each in texts for word in each.document.words)
    beside = [each for each in found if Path(each).stem.encode() in words and not each.endswith(NOTEBOOK)]
    return _loaded(world, [*wanted, *named, *imported, *beside])


def _imported(world: World, report: Report, entries: Sequence[str]) -> tuple[str, ...]:
    """Return the files that scripts import which are named one by one: the log may mean those."""
    scripts = [each for each in entries if os.path.isfile(each)]  # noqa: PTH113 - Path.is_file raises for long names
    if not scripts or not report.events:
        return ()
    from nanproof.searches.suspects import reached_from  # it loads the engine, which an empty log has no use for

    return reached_from(world, scripts)


def _is_own(path: str) -> bool:
    return path.endswith((".py", NOTEBOOK)) and not is_installed(path)


def _loaded(world: World, paths: Iterable[str]) -> tuple[Text, ...]:
    texts = []
    for path in list(dict.fromkeys(paths))[:_MOST_FILES]:
        source = world.load(path)
        if not isinstance(source, Problem):
            texts.append(Text(Document.from_text(path, source.text), source.notebook))
    return tuple(texts)


def _of_the_program(world: World, report: Report, entries: Sequence[str]) -> tuple[Suspected, ...]:
    """Return what a search finds from the program, where no message of a log names a line or an operation."""
    if not report.events or not all(each.vague for each in report.events):
        return ()
    from nanproof.searches.searched import searched  # it loads the engine, which an empty log has no use for

    return searched(world, report.events[0], entries or [os.curdir])


def _among(world: World, report: Report, texts: Sequence[Text]) -> tuple[Suspected, ...]:
    """Return what may have made the NaN among what is found in some files."""
    if not report.events or not texts:
        return ()
    from nanproof.catalog import load as load_catalog
    from nanproof.traces.ranked import Ranking

    examining = _Examining(world)
    return Ranking(load_catalog(), texts, examining.found, examining.unexcluded).of(report)


class _Examining:
    """Asks what is found in a file, and what is not known to be invalid there and not excluded either."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._projects: dict[tuple[str, Preferences], Project] = {}

    def found(self, text: Text) -> tuple[Diagnosis, ...]:
        project, budget = self._of(text)
        examination = project.examine(text.document, budget)
        return tuple(each for each in examination.diagnoses if not each.finding.code.startswith("NAN9"))

    def unexcluded(self, text: Text) -> tuple[Diagnosis, ...]:
        project, budget = self._of(text)
        survey = project.survey(text.document, lambda _: True, budget)
        return tuple(Diagnosis(each.unexcluded, ()) for each in survey.safe if each.unexcluded is not None)

    def _of(self, text: Text) -> tuple[Project, Budget | None]:
        configuration = self._world.configuration(text.path)
        key = root_of(text.path), configuration.preferences
        if key not in self._projects:
            self._projects[key] = self._world.project(*key)
        return self._projects[key], self._world.budget(configuration)


@dataclass(frozen=True, slots=True)
class _Telling:
    """How a terminal tells what was found."""

    report: Report
    suspects: tuple[Suspected, ...]
    texts: tuple[Text, ...]

    def lines(self, palette: Palette) -> Iterator[str]:
        if not self.report.events:
            yield self.summary()
            return
        event = self._told()
        yield f"{printable(headline(event))}:"
        yield f"  {printable(event.sentence)}"
        yield ""
        for rank, each in enumerate(self.suspects, 1):
            yield from _suspect(rank, each, palette)
        if not self.suspects:
            yield self._nothing()

    def summary(self) -> str:
        """Say in a sentence what the log says, or that it says nothing."""
        report = self.report
        if not report.events:
            ended = f"; it ends with {printable(report.ended_by)}" if report.ended_by else ""
            return f"The log says nothing of a NaN{ended}: {READS}."
        told = printable(headline(self._told()))
        return f"{told}." if self.suspects else f"{told}. {self._nothing()}"

    def _told(self) -> Event:
        """Return the event that the first suspect is of, or the first one."""
        return self.suspects[0].event if self.suspects else self.report.events[0]

    def _nothing(self) -> str:
        """Say why there is no suspect, and what to name."""
        files = ", ".join(friendly(each.path) for each in self.texts[:3])
        if not files:
            return "No Python file was found here: name the file or folder of the program behind the log."
        if any(each.frames for each in self.report.events):
            named = f"No line of it is one of this project ({files})"
            return f"{named}: name the file or folder of the program behind the log."
        return f"Nothing was found that can be NaN or Inf in {files}: name the script that trains."


def _suspect(rank: int, each: Suspected, palette: Palette) -> Iterator[str]:
    record = record_of(each)
    if record is not None:
        first, *rest = list(as_text([record], palette))[:-1]
        yield f"{rank}. {first}"
        yield from rest
    else:
        stretch = place_of(each)
        yield f"{rank}. {palette.paint('path', where(stretch))} named line"
        yield f"   | {printable(stretch.line.strip())}"
    yield f"   {printable(why(each))}."
    sure = to_be_sure(each)
    if sure:
        yield f"   {printable(sure[0].upper() + sure[1:])}."
    yield ""
