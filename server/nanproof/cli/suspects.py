"""`nanproof suspects ENTRY...`: who has a NaN now is told which operations may have made it, the likeliest first."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from nanproof.cli.check import collect_garbage_seldom
from nanproof.cli.configured import ConfigurationError, Configurations, limits_of
from nanproof.cli.entries import Entries, EntryError, entries
from nanproof.cli.formats.suspects import as_json
from nanproof.cli.output import complain, say
from nanproof.cli.processes import OnDisk
from nanproof.findings.finding import Severity
from nanproof.printed.palette import Palette, wants_colour
from nanproof.printed.paths import friendly
from nanproof.printed.record import Step, recorded, stretch_of
from nanproof.printed.suspect import Cleared, Suspected, cleared_lines, in_a_line, in_full
from nanproof.printed.text import counted
from nanproof.suspects.certainty import Certainty
from nanproof.suspects.search import NoSuchFunctionError, search
from nanproof.suspects.suspect import Looked, Suspect
from nanproof.watchdog import watchdog

CLEAN, FOUND, FAILED = 0, 1, 2
# So many are told in full whatever they are; what is certain, or really taken, always is.
IN_FULL = 3
_SURE = frozenset({Certainty.CERTAIN, Certainty.TAKEN})
_MOST_NAMES = 8


def suspects(
    asked: Sequence[str], named: str = "", *, isolated: bool = False, as_program: bool = False, all_: bool = False
) -> int:
    """Print which operations may have made a NaN, the likeliest first; return the exit code."""
    collect_garbage_seldom()
    try:
        configurations = Configurations(file=named, isolated=isolated)
        start = entries(asked, configurations.leaves_out_folder)
        return _told(start, configurations, as_program=as_program, all_=all_)
    except (ConfigurationError, EntryError) as error:
        complain(str(error))
    except NoSuchFunctionError as error:
        path, known = friendly(error.entry.document.path), error.known
        some = f"; it defines {', '.join(known[:_MOST_NAMES])}{', ...' if len(known) > _MOST_NAMES else ''}"
        complain(f"{path} defines no function {error.entry.function}{some if known else ''}")
    return FAILED


def _told(start: Entries, configurations: Configurations, *, as_program: bool, all_: bool) -> int:
    configuration = configurations.of(start.entries[0].document.path)
    project = OnDisk(configuration.preferences)(start.root)
    looked = search(project, start.entries, partial(watchdog().budget, limits_of(configuration)))
    found = [each for each in looked.suspects if _is_shown(configurations, each)]
    if not looked.trains and not found:
        complain(f"{_names(start)}: nothing trains there, or in what it reaches; name the script that trains")
        return FAILED
    for path in looked.unseen:
        complain(f"{friendly(path)}: not all of it was looked at within the time for a file (seconds-per-file)")
    told = [_suspected(rank, each, start) for rank, each in enumerate(found, 1)]
    if as_program:
        say(f"{as_json(told)}\n")
    else:
        palette = Palette(sys.stdout is not None and wants_colour(sys.stdout, os.environ))
        say("".join(f"{line}\n" for line in _lines(told, looked, start, palette, all_=all_)))
    return FOUND if found else CLEAN


def _is_shown(configurations: Configurations, suspect: Suspect) -> bool:
    selection = configurations.of(suspect.path).selection(suspect.path)
    finding = suspect.finding
    return replace(selection, level=Severity.HINT).shows(finding.code, finding.severity, finding.about)


def _suspected(rank: int, suspect: Suspect, start: Entries) -> Suspected:
    notebook = start.notebooks.get(suspect.path)
    way = tuple(
        Step(each.message, stretch_of(each.place, each.place.document, start.notebooks.get(each.place.document.path)))
        for each in suspect.way
    )
    record = recorded(suspect.document, suspect.diagnosis, notebook)
    return Suspected(rank, suspect.certainty, suspect.kind, suspect.distance, record, way)


def _lines(told: Sequence[Suspected], looked: Looked, start: Entries, palette: Palette, *, all_: bool) -> Iterator[str]:
    full = [each for each in told if all_ or each.rank <= IN_FULL or each.certainty in _SURE]
    brief = [each for each in told if each not in full]
    for each in full:
        yield from in_full(each, palette)
    yield from map(in_a_line, brief)
    if brief:
        yield ""
    if all_:
        yield from cleared_lines(_cleared(looked, start))
        yield from [""] if looked.safe else []
    yield _summary(told, looked, start)
    if not looked.losses:
        yield "No derivative is taken in what it reaches, so no way to a loss is known."
    if brief or (looked.safe and not all_):
        yield f"--all tells {'each in full, and ' if brief else ''}why the others are safe."


def _cleared(looked: Looked, start: Entries) -> Iterator[Cleared]:
    for each in looked.safe:
        document = each.place.document
        stretch = stretch_of(each.place, document, start.notebooks.get(document.path))
        yield Cleared(stretch, each.operation, each.operand, each.safety.value, each.values)


def _summary(told: Sequence[Suspected], looked: Looked, start: Entries) -> str:
    """Say what was looked at, how many suspects there are, and why the rest are none."""
    reached = f"{counted(looked.functions, 'function')} in {counted(len(looked.documents), 'file')}"
    found = f"{counted(looked.operations, 'operation')} looked at, {counted(len(told), 'suspect')}"
    causes = Counter(each.safety for each in looked.safe)
    safe = "; ".join(f"{number}: {cause.value}" for cause, number in causes.most_common())
    rest = f", {len(looked.safe)} safe ({safe})" if looked.safe else ""
    return f"{_names(start)} reaches {reached}: {found}{rest}."


def _names(start: Entries) -> str:
    first = start.entries[0]
    name = f"{friendly(first.document.path)}{f':{first.function}' if first.function else ''}"
    others = len(start.entries) - 1
    return f"{name} with {counted(others, 'other file')}" if others else name
