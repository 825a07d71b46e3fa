"""One file after the other: read, diagnosed and written down, whatever goes wrong with one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nanproof.files.loading import Source, load
from nanproof.files.problem import Problem, failure
from nanproof.names.basis import Basis
from nanproof.printed.record import Record, recorded
from nanproof.source.digest import digest_of
from nanproof.source.document import Document
from nanproof.source.line_ranges import line_ranges
from nanproof.watchdog import Limits, watchdog

if TYPE_CHECKING:  # the engine is loaded where a file is to be looked at
    from nanproof.analysis import Project


@dataclass(frozen=True, slots=True)
class Inspection:
    """What came of one file: its findings, or the problem that kept it from being checked.

    `unseen` are the first and last lines, from 1, of what was not looked at to the end for want of time or memory.
    `digest` is that of the bytes that were read, `basis` what else the findings rest on.
    """

    path: str
    records: tuple[Record, ...] = ()
    problem: Problem | None = None
    unseen: tuple[tuple[int, int], ...] = ()
    digest: str = ""
    basis: Basis | None = None


def inspected(project: Project, paths: Iterable[str], limits: Limits) -> Iterator[Inspection]:
    """Inspect files of one project, each within the same limits."""
    return (_inspect(project, path, limits) for path in paths)


def _inspect(project: Project, path: str, limits: Limits) -> Inspection:
    return inspect_source(project, path, load(path), limits)


def inspect_source(project: Project, path: str, source: Source | Problem, limits: Limits) -> Inspection:
    """Inspect what a file holds, or is to be taken for it."""
    if isinstance(source, Problem):
        return Inspection(path, problem=source)
    document = Document.from_text(path, source.text)
    try:
        examination = project.examine(document, watchdog().budget(limits))
        records = tuple(recorded(document, found, source.notebook) for found in examination.diagnoses)
        basis = Basis.of(examination.dependencies)
        return Inspection(path, records, None, line_ranges(document, examination.unseen), digest_of(source.data), basis)
    except Exception as error:  # a bug of ours in one file must not cost the others their findings
        return Inspection(path, problem=Problem(path, failure(error, " on this file"), defect=True))
