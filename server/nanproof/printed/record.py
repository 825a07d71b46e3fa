"""A finding as a terminal shows it: rows and columns and the lines concerned, no tree and no document.

Plain data, so that it can cross from one process to another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nanproof.findings.finding import Severity
from nanproof.fixes.diagnosis import Diagnosis
from nanproof.fixes.fix import Applicability, Fix
from nanproof.printed.fingerprints import mark
from nanproof.source.document import Document, decode
from nanproof.source.notebook import Notebook
from nanproof.source.place import Place
from nanproof.source.positions import Encoding
from nanproof.source.span import TextEdit


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file, or in a cell of a notebook, as people and ruff count it: from 1, columns in code points."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one location of a file up to, and without, another; `line` is the text of the first row.

    `cell` is the number of a notebook's cell, from 1, and rows count in it; None in a file of Python.
    """

    filename: str
    start: Location
    end: Location
    line: str
    cell: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One link of the chain from where a value is made to where it is used."""

    message: str
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Edit:
    """The text that replaces a stretch."""

    content: str
    start: Location
    end: Location
    cell: int | None = None


@dataclass(frozen=True, slots=True)
class Remedy:
    """A fix, its edits in rows and columns."""

    title: str
    reason: str
    result: str
    applicability: Applicability
    preferred: bool
    suppresses: bool
    edits: tuple[Edit, ...]
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One finding with all that a report says of it; `source` is the operation as it is written."""

    code: str
    name: str
    severity: Severity
    message: str
    stretch: Stretch
    source: str
    operation: str
    operand: str
    value: str
    steps: tuple[Step, ...]
    remedies: tuple[Remedy, ...]
    url: str
    about: tuple[str, Severity] | None = None

    @property
    def mark(self) -> str:
        """What tells it from the others of its file, wherever it stands."""
        return mark(self.code, self.operation, self.source)

    @property
    def is_fixable(self) -> bool:
        """Whether a safe fix mends it."""
        return any(
            each.edits and not each.suppresses and each.applicability is Applicability.SAFE for each in self.remedies
        )


def recorded(document: Document, diagnosis: Diagnosis, notebook: Notebook | None = None) -> Record:
    """Write down a finding of a document, which may be the program of a notebook."""
    finding = diagnosis.finding
    paper = _Paper(document, notebook)
    return Record(
        code=finding.code,
        name=finding.name,
        severity=finding.severity,
        message=finding.message,
        stretch=paper.stretch(Place(document, finding.span)),
        source=Place(document, finding.span).text,
        operation=finding.operation,
        operand=finding.operand,
        value=finding.value,
        steps=tuple(Step(reason.message, paper.stretch(reason.place)) for reason in finding.reasons),
        remedies=tuple(paper.remedies(diagnosis.fixes)),
        url=finding.url,
        about=finding.about,
    )


def stretch_of(place: Place, document: Document, notebook: Notebook | None = None) -> Stretch:
    """Return a place in rows and columns; `notebook` is the one that the document is the program of."""
    return _Paper(document, notebook).stretch(place)


@dataclass(frozen=True, slots=True)
class _Paper:
    """What is written on: a document, and the notebook that it is the program of."""

    document: Document
    notebook: Notebook | None

    def remedies(self, fixes: Iterable[Fix]) -> Iterator[Remedy]:
        """Yield the fixes, without those of which an edit would cross from one cell into another."""
        for fix in fixes:
            edits = tuple(self._edit(each) for each in fix.edits)
            if None not in edits:
                written = tuple(each for each in edits if each is not None)
                yield Remedy(
                    fix.title,
                    fix.reason,
                    fix.result,
                    fix.applicability,
                    fix.preferred,
                    fix.suppresses,
                    written,
                    fix.lead,
                )

    def _edit(self, edit: TextEdit) -> Edit | None:
        start, cell = self._location(self.document, edit.span.start)
        end, other = self._location(self.document, edit.span.end)
        return Edit(edit.text, start, end, cell) if cell == other else None

    def stretch(self, place: Place) -> Stretch:
        document, span = place.document, place.span
        lines = document.lines
        row = lines.line_at(span.start)
        line = decode(document.data[lines.start(row) : lines.end(row)])
        start, cell = self._location(document, span.start)
        end, _ = self._location(document, span.end)
        return Stretch(document.path, start, end, line, cell)

    def _location(self, document: Document, offset: int) -> tuple[Location, int | None]:
        position = document.lines.position(offset, Encoding.UTF32)
        if self.notebook is None or document.path != self.document.path:
            return Location(position.line + 1, position.column + 1), None
        cell = self.notebook.cell_at(position.line)
        return Location(position.line - cell.first + 1, position.column + 1), cell.number
