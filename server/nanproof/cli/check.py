"""`nanproof check`: find the files, have them inspected, print what was found, choose the exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from nanproof.cli.discovery import discover
from nanproof.cli.fixing import Mended, Wish, left_unsafe, mended
from nanproof.cli.inspection import Inspection
from nanproof.cli.json_format import as_json
from nanproof.cli.named import named
from nanproof.cli.output import complain, say, say_bytes
from nanproof.cli.palette import Palette, wants_colour
from nanproof.cli.problem import Problem
from nanproof.cli.processes import USUAL_LIMITS, OpenProject, inspections, on_disk
from nanproof.cli.progress import with_progress
from nanproof.cli.record import Record
from nanproof.cli.roots import by_root
from nanproof.cli.text_format import as_text, counted, friendly, summary
from nanproof.findings.finding import Severity
from nanproof.watchdog import Limits, stopped_after

CLEAN, FOUND, FAILED = 0, 1, 2

# Strongest first; a level shows its own severity and those before it.
_STRENGTH = tuple(Severity)


class OutputFormat(Enum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"

    @property
    def usual_level(self) -> Severity:
        """The level when none is asked for: people see what is certain, programs choose for themselves."""
        return Severity.WARNING if self is OutputFormat.TEXT else Severity.INFORMATION


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asks of `nanproof check`."""

    paths: Sequence[str]
    output_format: OutputFormat = OutputFormat.TEXT
    level: Severity | None = None
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    limits: Limits = USUAL_LIMITS


def check(request: Request, open_project: OpenProject = on_disk) -> int:
    """Check files and folders, print a report and return the exit code."""
    # What is made lives as long as the file is checked; to look for garbage in it is an eighth of the time.
    gc.set_threshold(50_000, 20, 50)
    discovery = discover(request.paths)
    groups = by_root(discovery.files)
    results = list(with_progress(inspections(groups, open_project, limits=request.limits), len(discovery.files)))
    level = request.level or request.output_format.usual_level
    done: list[Mended] = []
    if request.fix or request.diff:
        allowed = named(request.paths)
        wish = Wish(allowed, lambda each: _is_at(each, level), request.unsafe_fixes, not request.diff, request.limits)
        done = mended(results, groups, wish, open_project)
        results = [each.inspection for each in done]
    problems = (*discovery.problems, *(result.problem for result in results if result.problem))
    for problem in (*problems, *(each.said for each in done if each.said)):
        complain(f"{friendly(problem.path)}: {problem.sentence}")
    for result in results:
        if result.unseen:
            words = stopped_after(request.limits, result.unseen)
            complain(f"{friendly(result.path)}: {words}; --seconds-per-file allows more")
    if not discovery.files and not problems:
        complain(f"there are no Python files in {', '.join(map(friendly, request.paths))}")
    reported = [record for result in results for record in result.records if _is_shown(record, level)]
    if done:
        _tell_fixes(done, wish)
    found = bool(reported)
    if request.diff:
        say_bytes(b"".join(each.difference for each in done))
        found = any(each.applied for each in done)
    elif request.output_format is OutputFormat.JSON:
        say(as_json(reported) + "\n")
    else:
        say(_text_report(reported, results, problems))
    if _has_failed(request, results, problems) or any(each.failed for each in done):
        return FAILED
    return FOUND if found else CLEAN


def _tell_fixes(done: Sequence[Mended], wish: Wish) -> None:
    """Say on standard error how much was fixed, or would be: standard output holds the report or the difference."""
    applied, files = sum(each.applied for each in done), sum(bool(each.applied) for each in done)
    verb = "fixed" if wish.writes else "would fix"
    what = f"{counted(applied, 'problem')} in {counted(files, 'file')}" if applied else "nothing"
    more = left_unsafe((each.inspection for each in done), wish)
    unsafe = f"; --unsafe-fixes would fix {more} more, with edits that may change what the code means" if more else ""
    complain(f"{verb} {what}{unsafe}")


def _is_shown(record: Record, level: Severity) -> bool:
    return _is_at(record.severity, level)


def _is_at(severity: Severity, level: Severity) -> bool:
    return _STRENGTH.index(severity) <= _STRENGTH.index(level)


def _text_report(reported: Sequence[Record], results: Sequence[Inspection], problems: Sequence[Problem]) -> str:
    palette = Palette(sys.stdout is not None and wants_colour(sys.stdout, os.environ))
    found = sum(len(result.records) for result in results)
    closing = summary(
        found=len(reported),
        files=len({record.stretch.filename for record in reported}),
        checked=_checked(results),
        unchecked=len(problems),
        hidden=found - len(reported),
    )
    return "".join(f"{line}\n" for line in (*as_text(reported, palette), closing))


def _has_failed(request: Request, results: Sequence[Inspection], problems: Sequence[Problem]) -> bool:
    """Say whether nanproof could not do its job: on a named path, by its own bug, or on any file at all."""
    named = {os.path.abspath(path) for path in request.paths}  # noqa: PTH100 - as discovery makes them absolute
    if any(problem.defect or problem.path in named for problem in problems):
        return True
    return bool(problems) and not _checked(results)


def _checked(results: Iterable[Inspection]) -> int:
    return sum(result.problem is None for result in results)
