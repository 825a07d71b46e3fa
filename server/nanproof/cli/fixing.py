"""`nanproof check --fix` and `--diff`: the fixes of many files, written or shown."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nanproof.analysis import Diagnosis, Examination, Project, unseen_lines
from nanproof.cli.inspection import Inspection
from nanproof.cli.loading import Source, load
from nanproof.cli.problem import Problem
from nanproof.cli.processes import USUAL_LIMITS
from nanproof.cli.record import Record, recorded
from nanproof.cli.text_format import friendly
from nanproof.fixes.applied import Proposed, best_of, to_the_end
from nanproof.fixes.fix import Applicability
from nanproof.rules.finding import Severity
from nanproof.source.document import Document
from nanproof.watchdog import Limits, watchdog

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")

OpenProject = Callable[[str], Project]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be fixed: findings that are shown, with fixes that may be applied; `writes` unless only shown."""

    is_shown: Callable[[Severity], bool]
    unsafe: bool
    writes: bool
    limits: Limits = USUAL_LIMITS


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of one file: how many fixes it took, what is left, and the difference that they make."""

    inspection: Inspection
    applied: int = 0
    difference: str = ""


def mended(
    results: Iterable[Inspection], groups: Mapping[str, Sequence[str]], wish: Wish, open_project: OpenProject
) -> list[Mended]:
    """Fix the files that were inspected, one after the other, where there is anything to fix."""
    root_of = {path: root for root, paths in groups.items() for path in paths}
    projects: dict[str, Project] = {}
    done = []
    for result in results:
        if not any(_is_fixable(record, wish) for record in result.records):
            done.append(Mended(result))
            continue
        root = root_of[result.path]
        if root not in projects:
            projects[root] = open_project(root)
        done.append(_mended(projects[root], result, wish))
    return done


def left_unsafe(results: Iterable[Inspection], wish: Wish) -> int:
    """Count the findings that only a fix marked unsafe would mend."""
    anything = replace(wish, unsafe=True)
    return sum(
        _is_fixable(record, anything) and not _is_fixable(record, wish)
        for result in results
        for record in result.records
    )


def _is_fixable(record: Record, wish: Wish) -> bool:
    allowed = {Applicability.SAFE, Applicability.UNSAFE} if wish.unsafe else {Applicability.SAFE}
    mends = (each for each in record.remedies if each.edits and not each.suppresses)
    return wish.is_shown(record.severity) and any(each.applicability in allowed for each in mends)


def _mended(project: Project, result: Inspection, wish: Wish) -> Mended:
    source = load(result.path)
    if isinstance(source, Problem):
        return Mended(Inspection(result.path, problem=source))
    before = Document.from_text(result.path, source.text)
    outcome = to_the_end(before, lambda document: _chosen(_examined(project, document, wish).diagnoses, wish))
    if not outcome.applied:
        return Mended(result)
    problem = _written(result.path, outcome.document.text, source) if wish.writes else None
    if problem is not None:
        return Mended(replace(result, problem=problem))
    if wish.writes:
        project.changed(result.path)
    examination = _examined(project, outcome.document, wish)
    left = tuple(recorded(outcome.document, found) for found in examination.diagnoses)
    difference = unified(friendly(result.path), before.text, outcome.document.text)
    unseen = unseen_lines(examination, outcome.document)
    return Mended(Inspection(result.path, left, unseen=unseen), outcome.applied, difference)


def _examined(project: Project, document: Document, wish: Wish) -> Examination:
    return project.examine(document, watchdog().budget(wish.limits))


def _chosen(found: Iterable[Diagnosis], wish: Wish) -> list[Proposed]:
    shown = (each for each in found if wish.is_shown(each.finding.severity))
    best = ((each.finding, best_of(each.fixes, unsafe=wish.unsafe)) for each in shown)
    return [Proposed(finding.code, finding.span.start, fix) for finding, fix in best if fix is not None]


def _written(path: str, text: str, source: Source) -> Problem | None:
    """Write a file in the encoding that it had, byte order mark and line ends as they were."""
    try:
        data = text.encode(source.encoding)
        if Path(path).read_bytes() != source.data:
            return Problem(path, "this file changed while it was being fixed: it was left alone; run nanproof again")
        Path(path).write_bytes(data)
    except UnicodeEncodeError as error:
        return Problem(path, f"its fixes cannot be written in its encoding, {error.encoding}")
    except OSError as error:
        return Problem(path, f"its fixes cannot be written: {error.strerror or error}")
    return None


def unified(name: str, before: str, after: str) -> str:
    """Return the unified difference of two texts, whose lines end where Python's do."""
    lines = difflib.unified_diff(_LINE.findall(before), _LINE.findall(after), name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
