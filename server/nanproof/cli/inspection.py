"""One file after the other: read, diagnosed and written down, whatever goes wrong with one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nanproof.analysis import Project
from nanproof.cli.loading import load
from nanproof.cli.problem import Problem, failure
from nanproof.cli.record import Record, recorded
from nanproof.source.document import Document


@dataclass(frozen=True, slots=True)
class Inspection:
    """What came of one file: its findings, or the problem that kept it from being checked."""

    path: str
    records: tuple[Record, ...] = ()
    problem: Problem | None = None


def inspected(project: Project, paths: Iterable[str]) -> Iterator[Inspection]:
    """Inspect files of one project."""
    return (_inspect(project, path) for path in paths)


def _inspect(project: Project, path: str) -> Inspection:
    source = load(path)
    if isinstance(source, Problem):
        return Inspection(path, problem=source)
    document = Document.from_text(path, source.text)
    try:
        return Inspection(path, tuple(recorded(document, found) for found in project.diagnose(document)))
    except Exception as error:  # a bug of ours in one file must not cost the others their findings
        return Inspection(path, problem=Problem(path, failure(error, " on this file"), defect=True))
