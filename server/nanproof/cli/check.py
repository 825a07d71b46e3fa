"""`nanproof check`: find the files, have them inspected, print what was found, choose the exit code."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nanproof.cli.baseline import Baseline, BaselineError, read_baseline, write_baseline
from nanproof.cli.discovery import Discovery, discover
from nanproof.cli.fixing import Mended, Wish, left_unsafe, mended
from nanproof.cli.formats.format import for_programs
from nanproof.cli.formats.output_format import OutputFormat
from nanproof.cli.formats.text import counted
from nanproof.cli.inspection import Inspection, inspect_source
from nanproof.cli.loading import loaded
from nanproof.cli.named import named
from nanproof.cli.output import complain, say, say_bytes
from nanproof.cli.paths import absolute, friendly
from nanproof.cli.problem import Problem
from nanproof.cli.processes import USUAL_LIMITS, OpenProject, inspections, on_disk
from nanproof.cli.progress import with_progress
from nanproof.cli.record import Record
from nanproof.cli.report import report, statistics
from nanproof.cli.roots import by_root
from nanproof.cli.selection import USUAL, Selection, is_at
from nanproof.cli.since import SinceError, since
from nanproof.findings.finding import Severity
from nanproof.watchdog import Limits, stopped_after

CLEAN, FOUND, FAILED = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asks of `nanproof check`.

    `fail_on` is the weakest severity that fails the run, None where nothing does; `fix_level` the weakest that is
    fixed, for what is merely possible is not changed without being asked for. `text` is what stands under the only
    path, where it comes from standard input.
    """

    paths: Sequence[str]
    output_format: OutputFormat = OutputFormat.TEXT
    selection: Selection = USUAL
    fix: bool = False
    fix_level: Severity = Severity.WARNING
    unsafe_fixes: bool = False
    diff: bool = False
    limits: Limits = USUAL_LIMITS
    fail_on: Severity | None = Severity.WARNING
    statistics: bool = False
    baseline: str = ""
    write_baseline: str = ""
    since: str = ""
    text: bytes | None = None


def check(request: Request, open_project: OpenProject = on_disk) -> int:
    """Check files and folders, print a report and return the exit code."""
    try:
        return _check(request, open_project)
    except (BaselineError, SinceError) as error:
        complain(str(error))
        return FAILED


def _check(request: Request, open_project: OpenProject) -> int:
    # What is made lives as long as the file is checked; to look for garbage in it is an eighth of the time.
    gc.set_threshold(50_000, 20, 50)
    known = read_baseline(request.baseline) if request.baseline else None
    discovery, groups, results = _inspected(request, open_project)
    done: list[Mended] = []
    if request.fix or request.diff:
        wish = Wish(
            named(request.paths),
            replace(request.selection, level=request.fix_level).shows,
            request.unsafe_fixes,
            writes=not request.diff,
            limits=request.limits,
            text=request.text,
        )
        done = mended(results, groups, wish, open_project)
        results = [each.inspection for each in done]
    problems = (*discovery.problems, *(result.problem for result in results if result.problem))
    _tell_problems(request, discovery, results, (*problems, *(each.said for each in done if each.said)))
    reported = [each for result in results for each in result.records if _is_shown(each, request.selection)]
    if known is not None:
        reported = _without_known(known, request.baseline, reported, results)
    if request.since:
        reported = since(request.since, reported)
    if done:
        _tell_fixes(done, wish)
    if request.write_baseline:
        write_baseline(request.write_baseline, reported)
        complain(f"wrote {counted(len(reported), 'finding')} to the baseline {request.write_baseline}")
    elif request.diff:
        say_bytes(b"".join(each.difference for each in done))
    else:
        say(_report(request, reported, results, problems))
    if _has_failed(request, results, problems) or any(each.failed for each in done):
        return FAILED
    if request.diff:
        return FOUND if any(each.applied for each in done) else CLEAN
    is_to_fail = not request.write_baseline and any(_fails(each, request.fail_on) for each in reported)
    return FOUND if is_to_fail else CLEAN


def _inspected(request: Request, open_project: OpenProject) -> tuple[Discovery, dict[str, list[str]], list[Inspection]]:
    in_text = Discovery((absolute(request.paths[0]),), ()) if request.text is not None else None
    discovery = in_text or discover(request.paths)
    groups = by_root(discovery.files)
    if request.text is not None:
        path, project = discovery.files[0], open_project(next(iter(groups)))
        return discovery, groups, [inspect_source(project, path, loaded(path, request.text), request.limits)]
    found = inspections(groups, open_project, limits=request.limits)
    return discovery, groups, list(with_progress(found, len(discovery.files)))


def _without_known(
    known: Baseline, file: str, records: Sequence[Record], results: Iterable[Inspection]
) -> list[Record]:
    """Return the findings that a baseline does not know, and say how many it knows that are gone."""
    left, gone = known.compared(records, (result.path for result in results if result.problem is None))
    if gone:
        verb = "is" if gone == 1 else "are"
        complain(f"{counted(gone, 'finding')} of the baseline {file} {verb} not there any more")
    return left


def _report(
    request: Request, reported: Sequence[Record], results: Sequence[Inspection], problems: Sequence[Problem]
) -> str:
    if request.statistics:
        return statistics(reported)
    if request.output_format is not OutputFormat.TEXT:
        return for_programs(request.output_format, reported)
    weaker = _weaker(request.selection, results)
    return report(reported, weaker, _checked(results), len(problems), fixes=not request.fix)


def _tell_problems(
    request: Request, discovery: Discovery, results: Iterable[Inspection], problems: Sequence[Problem]
) -> None:
    for problem in problems:
        complain(f"{friendly(problem.path)}: {problem.sentence}")
    for result in results:
        if result.unseen:
            words = stopped_after(request.limits, result.unseen)
            complain(f"{friendly(result.path)}: {words}; --seconds-per-file allows more")
    if not discovery.files and not problems:
        complain(f"there are no Python files in {', '.join(map(friendly, request.paths))}")


def _tell_fixes(done: Sequence[Mended], wish: Wish) -> None:
    """Say on standard error how much was fixed, or would be: standard output holds the report or the difference."""
    applied, files = sum(each.applied for each in done), sum(bool(each.applied) for each in done)
    verb = "fixed" if wish.writes else "would fix"
    what = f"{counted(applied, 'problem')} in {counted(files, 'file')}" if applied else "nothing"
    more = left_unsafe((each.inspection for each in done), wish)
    unsafe = f"; --unsafe-fixes would fix {more} more, with edits that may change what the code means" if more else ""
    complain(f"{verb} {what}{unsafe}")


def _weaker(selection: Selection, results: Iterable[Inspection]) -> int:
    """Count what a lower level would show."""
    lowest = replace(selection, level=Severity.HINT)
    records = [record for result in results for record in result.records if _is_shown(record, lowest)]
    return sum(not _is_shown(record, selection) for record in records)


def _is_shown(record: Record, selection: Selection) -> bool:
    return selection.shows(record.code, record.severity)


def _fails(record: Record, fail_on: Severity | None) -> bool:
    return fail_on is not None and is_at(record.severity, fail_on)


def _has_failed(request: Request, results: Sequence[Inspection], problems: Sequence[Problem]) -> bool:
    """Say whether nanproof could not do its job: on a named path, by its own bug, or on any file at all."""
    named_paths = {absolute(path) for path in request.paths}
    if any(problem.defect or problem.path in named_paths for problem in problems):
        return True
    return bool(problems) and not _checked(results)


def _checked(results: Iterable[Inspection]) -> int:
    return sum(result.problem is None for result in results)
