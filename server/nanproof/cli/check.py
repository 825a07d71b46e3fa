"""`nanproof check`: find the files, have them inspected, print what was found, choose the exit code."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from nanproof.cli.baselines import Baselines
from nanproof.cli.configured import ConfigurationError, Configurations
from nanproof.cli.formats.format import for_programs
from nanproof.cli.formats.output_format import OutputFormat
from nanproof.cli.inspection import Inspection, inspect_source
from nanproof.cli.named import named
from nanproof.cli.output import complain, say, say_bytes
from nanproof.cli.processes import OnDisk, OpenProject, inspections
from nanproof.cli.progress import with_progress
from nanproof.cli.recalling import recalled
from nanproof.cli.report import report, statistics
from nanproof.cli.shards import Shard
from nanproof.cli.since import SinceError, since
from nanproof.configuration.configuration import Configuration
from nanproof.configuration.selection import is_at
from nanproof.files.discovery import Discovery, discover
from nanproof.files.loading import loaded
from nanproof.files.paths import absolute
from nanproof.files.problem import Problem
from nanproof.files.roots import by_root
from nanproof.findings.finding import Severity
from nanproof.fixes.fix import Preferences
from nanproof.printed.baseline import BaselineError, write_baseline
from nanproof.printed.paths import friendly
from nanproof.printed.record import Record
from nanproof.printed.text import counted
from nanproof.watchdog import limits_of, stopped_after

if TYPE_CHECKING:  # what mends loads the engine
    from nanproof.cli.fixing import Mended, Wish

CLEAN, FOUND, FAILED = 0, 1, 2
FAULTS = (BaselineError, ConfigurationError, SinceError)


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asks of `nanproof check`.

    `fail_on` is the weakest severity that fails the run, None where nothing does; `fix_level` the weakest that is
    fixed, for what is merely possible is not changed without being asked for. `text` is what stands under the only
    path, where it comes from standard input; `jobs` how many processes are to check, None where nobody says; `shard`
    which part of the files this run reports on, None where it is all.
    """

    paths: Sequence[str]
    output_format: OutputFormat = OutputFormat.TEXT
    configurations: Configurations = field(default_factory=Configurations)
    fix: bool = False
    fix_level: Severity = Severity.WARNING
    unsafe_fixes: bool = False
    diff: bool = False
    fail_on: Severity | None = Severity.WARNING
    statistics: bool = False
    write_baseline: str = ""
    since: str = ""
    text: bytes | None = None
    jobs: int | None = None
    shard: Shard | None = None
    cache: Path | None = None


def check(request: Request, open_project: OpenProject | None = None) -> int:
    """Check files and folders, print a report and return the exit code; projects are opened as is configured."""
    collect_garbage_seldom()
    try:
        discovery, batches = found(request, OnDisk if open_project is None else lambda _: open_project)
        known = baselines(request, batches)
        results = list(with_progress(_inspected(request, batches), len(discovery.files)))
        return told(request, known, discovery, batches, results)
    except FAULTS as error:
        complain(str(error))
        return FAILED


def collect_garbage_seldom() -> None:
    """Look for garbage less often, an eighth of the time: what is made lives as long as its file is checked."""
    gc.set_threshold(50_000, 20, 50)


def baselines(request: Request, batches: Sequence[Batch]) -> Baselines:
    """Read what is known already; nothing is where that is to be written anew."""
    return Baselines(() if request.write_baseline else batches)


def told(
    request: Request,
    known: Baselines,
    discovery: Discovery,
    batches: Sequence[Batch],
    results: Sequence[Inspection],
) -> int:
    """Print what came of some files, mended where that is asked for, and return the exit code."""
    done: list[Mended] = []
    if request.fix or request.diff:
        from nanproof.cli.fixing import Wish

        wish = Wish(
            named(request.paths),
            partial(_is_to_be_fixed, request),
            request.unsafe_fixes,
            writes=not request.diff,
            text=request.text,
        )
        done = _mended(batches, results, wish)
        results = [each.inspection for each in done]
    problems = (*discovery.problems, *(result.problem for result in results if result.problem))
    _tell_problems(request, discovery, results, (*problems, *(each.said for each in done if each.said)))
    reported = _shown(request.configurations, results)
    reported = known.new(reported, results)
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


@dataclass(frozen=True, slots=True)
class Batch:
    """Files for which the same holds, by the root of their project."""

    configuration: Configuration
    groups: dict[str, list[str]]
    open_project: OpenProject


def found(request: Request, opens: Callable[[Preferences], OpenProject]) -> tuple[Discovery, list[Batch]]:
    """Find the files, without those that their configuration leaves out, and what opens their projects."""
    in_text = Discovery((absolute(request.paths[0]),), ()) if request.text is not None else None
    discovery = in_text or discover(request.paths, leaves_out=request.configurations.leaves_out_folder)
    by_hand = named(request.paths).is_by_hand
    configured: dict[int, tuple[Configuration, list[str]]] = {}
    for path in discovery.files:
        configuration = request.configurations.of(path)
        if by_hand(path) or not configuration.leaves_out(path):
            configured.setdefault(id(configuration), (configuration, []))[1].append(path)
    left = {path for _, paths in configured.values() for path in paths}
    batches = [
        Batch(configuration, by_root(paths), opens(configuration.preferences))
        for configuration, paths in configured.values()
    ]
    all_ = replace(discovery, files=tuple(path for path in discovery.files if path in left))
    return (all_, batches) if request.shard is None else _of_shard(request.shard, all_, batches)


def _of_shard(shard: Shard, all_: Discovery, batches: Iterable[Batch]) -> tuple[Discovery, list[Batch]]:
    """Return the part of what was found that a shard has; which project a file is of does not depend on it."""
    mine = shard.of(all_.files)
    files = tuple(path for path in all_.files if path in mine)
    groups = [
        {root: inside for root, paths in batch.groups.items() if (inside := [path for path in paths if path in mine])}
        for batch in batches
    ]
    parts = [replace(batch, groups=part) for batch, part in zip(batches, groups, strict=True)]
    return Discovery(files, all_.problems if shard.is_first else ()), parts


def _inspected(request: Request, batches: Iterable[Batch]) -> Iterator[Inspection]:
    for batch in batches:
        limits = limits_of(batch.configuration)
        if request.text is not None:
            (root, (path,)), *_ = batch.groups.items()
            yield inspect_source(batch.open_project(root), path, loaded(path, request.text), limits)
        else:
            afresh = partial(inspections, open_project=batch.open_project, processes=request.jobs, limits=limits)
            yield from recalled(request.cache, batch.configuration.preferences, batch.groups, afresh)


def _mended(batches: Iterable[Batch], results: Iterable[Inspection], wish: Wish) -> list[Mended]:
    from nanproof.cli.fixing import mended

    by_path = {result.path: result for result in results}
    done: list[Mended] = []
    for batch in batches:
        inside = [by_path.pop(path) for paths in batch.groups.values() for path in paths if path in by_path]
        wished = replace(wish, limits=limits_of(batch.configuration))
        done += mended(inside, batch.groups, wished, batch.open_project)
    return done


def _is_to_be_fixed(request: Request, path: str, code: str, severity: Severity) -> bool:
    selection = request.configurations.of(path).selection(path)
    return replace(selection, level=request.fix_level).shows(code, severity)


def _report(
    request: Request, reported: Sequence[Record], results: Sequence[Inspection], problems: Sequence[Problem]
) -> str:
    if request.statistics:
        return statistics(reported)
    if request.output_format is not OutputFormat.TEXT:
        return for_programs(request.output_format, reported, request.shard)
    weaker = _weaker(request.configurations, results)
    return report(reported, weaker, _checked(results), len(problems), fixes=not request.fix, shard=request.shard)


def _tell_problems(
    request: Request, discovery: Discovery, results: Iterable[Inspection], problems: Sequence[Problem]
) -> None:
    for problem in problems:
        complain(f"{friendly(problem.path)}: {problem.sentence}")
    for result in results:
        if result.unseen:
            words = stopped_after(limits_of(request.configurations.of(result.path)), result.unseen)
            complain(f"{friendly(result.path)}: {words}; --seconds-per-file allows more")
    if not discovery.files and not problems:
        part = f" for the shard {request.shard}" if request.shard is not None else ""
        complain(f"there are no Python files in {', '.join(map(friendly, request.paths))}{part}")


def _tell_fixes(done: Sequence[Mended], wish: Wish) -> None:
    """Say on standard error how much was fixed, or would be: standard output holds the report or the difference."""
    from nanproof.cli.fixing import left_unsafe

    applied, files = sum(each.applied for each in done), sum(bool(each.applied) for each in done)
    verb = "fixed" if wish.writes else "would fix"
    what = f"{counted(applied, 'problem')} in {counted(files, 'file')}" if applied else "nothing"
    more = left_unsafe((each.inspection for each in done), wish)
    unsafe = f"; --unsafe-fixes would fix {more} more, with edits that may change what the code means" if more else ""
    complain(f"{verb} {what}{unsafe}")


def _weaker(configurations: Configurations, results: Sequence[Inspection]) -> int:
    """Count what a lower level would show."""
    lowest = _shown(configurations, results, Severity.HINT)
    return len(lowest) - len(_shown(configurations, results))


def _shown(
    configurations: Configurations, results: Iterable[Inspection], level: Severity | None = None
) -> list[Record]:
    """Return the findings that are asked for, at a level in the place of that of their file, with their severity."""
    return [each for result in results for each in configurations.shown(result.path, result.records, level)]


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
