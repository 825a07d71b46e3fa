"""`nanproof check --fix` and `--diff`: the fixes of many files, written or shown."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from nanproof.analysis import Diagnosis, Examination, Project
from nanproof.cli.difference import unified
from nanproof.cli.inspection import Inspection
from nanproof.cli.named import Named, other_names
from nanproof.cli.processes import USUAL_LIMITS
from nanproof.cli.replacing import replace_whole
from nanproof.files.encoding import encoded
from nanproof.files.loading import Source, load, loaded
from nanproof.files.problem import Problem, failure
from nanproof.findings.finding import Severity
from nanproof.fixes.applied import Proposed, proposals, to_the_end
from nanproof.fixes.fix import Applicability
from nanproof.printed.record import Record, recorded
from nanproof.source.document import Document
from nanproof.source.line_ranges import line_ranges
from nanproof.watchdog import Limits, watchdog

OpenProject = Callable[[str], Project]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be fixed: findings that are shown, with fixes that may be applied, in the files that were named.

    `is_shown` is asked with a path, a code and a severity. `writes` unless it is only shown what would be. `text` is
    what the only file holds, where it is on no disk.
    """

    named: Named
    is_shown: Callable[[str, str, Severity], bool]
    unsafe: bool
    writes: bool
    limits: Limits = USUAL_LIMITS
    text: bytes | None = None


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of one file: how many fixes it took, what is left, and the difference that they make.

    `said` is what people must know of it; it has `failed` where its fixes were to be written and could not be.
    """

    inspection: Inspection
    applied: int = 0
    difference: bytes = b""
    said: Problem | None = None
    failed: bool = False


def mended(
    results: Iterable[Inspection], groups: Mapping[str, Sequence[str]], wish: Wish, open_project: OpenProject
) -> list[Mended]:
    """Fix the files that were inspected, one after the other, where there is anything to fix."""
    root_of = {path: root for root, paths in groups.items() for path in paths}
    projects: dict[str, Project] = {}
    shown: set[str] = set()
    done = []
    for result in results:
        if not any(_is_fixable(result.path, record, wish) for record in result.records):
            done.append(Mended(result))
            continue
        refusal = wish.named.refusal(result.path)
        target = os.path.realpath(result.path)
        if refusal is not None or (target in shown and not wish.writes):
            done.append(Mended(result, said=Problem(result.path, refusal) if refusal is not None else None))
            continue
        shown.add(target)
        root = root_of[result.path]
        if root not in projects:
            projects[root] = open_project(root)
        done.append(_mended(projects[root], result, wish))
    return done


def left_unsafe(results: Iterable[Inspection], wish: Wish) -> int:
    """Count the findings that only a fix marked unsafe would mend."""
    anything = replace(wish, unsafe=True)
    return sum(
        _is_fixable(result.path, record, anything) and not _is_fixable(result.path, record, wish)
        for result in results
        for record in result.records
    )


def _is_fixable(path: str, record: Record, wish: Wish) -> bool:
    allowed = {Applicability.SAFE, Applicability.UNSAFE} if wish.unsafe else {Applicability.SAFE}
    mends = (each for each in record.remedies if each.edits and not each.suppresses)
    return wish.is_shown(path, record.code, record.severity) and any(each.applicability in allowed for each in mends)


def _mended(project: Project, result: Inspection, wish: Wish) -> Mended:
    source = load(result.path) if wish.text is None else loaded(result.path, wish.text)
    if isinstance(source, Problem):  # it was read a moment ago
        return Mended(result, said=source, failed=True)
    before = Document.from_text(result.path, source.text)
    try:
        outcome = to_the_end(
            before,
            lambda document: _chosen(result.path, _examined(project, document, wish).diagnoses, wish),
            source.notebook.borders if source.notebook is not None else (),
        )
        after = encoded(result.path, outcome.document.text, outcome.borders, source) if outcome.applied else source
        if isinstance(after, Problem):
            return Mended(result, said=after, failed=True)
        left = _left(project, result.path, after, wish)
    except Exception as error:  # a bug of ours in one file must not cost the others their fixes
        return Mended(result, said=Problem(result.path, failure(error, " on this file"), defect=True), failed=True)
    if not outcome.applied:
        return Mended(left)
    if not wish.writes:
        return Mended(left, outcome.applied, unified(result.path, source.data, after.data))
    names = other_names(result.path)
    refusal = replace_whole(result.path, source.data, after.data)
    if refusal is not None:
        return Mended(result, said=Problem(result.path, refusal), failed=True)
    project.changed(result.path)
    said = Problem(result.path, f"it had {names} more (hard links): there it is not fixed") if names else None
    return Mended(left, outcome.applied, said=said)


def _left(project: Project, path: str, source: Source, wish: Wish) -> Inspection:
    document = Document.from_text(path, source.text)
    examination = _examined(project, document, wish)
    records = tuple(recorded(document, found, source.notebook) for found in examination.diagnoses)
    return Inspection(path, records, unseen=line_ranges(document, examination.unseen))


def _examined(project: Project, document: Document, wish: Wish) -> Examination:
    return project.examine(document, watchdog().budget(wish.limits))


def _chosen(path: str, found: Iterable[Diagnosis], wish: Wish) -> list[Proposed]:
    return proposals(found, lambda finding: wish.is_shown(path, finding.code, finding.severity), unsafe=wish.unsafe)
