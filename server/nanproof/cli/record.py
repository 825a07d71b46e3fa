"""A finding as a terminal shows it: rows and columns and the lines concerned, no tree and no document.

Plain data, so that it can cross from one process to another.
"""

from __future__ import annotations

from dataclasses import dataclass

from nanproof.analysis import Diagnosis
from nanproof.findings.finding import Severity
from nanproof.fixes.fix import Applicability, Fix
from nanproof.source.document import Document, decode
from nanproof.source.place import Place
from nanproof.source.positions import Encoding


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file as people and ruff count it: both from 1, columns in code points."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one location of a file up to, and without, another; `line` is the text of the first row."""

    filename: str
    start: Location
    end: Location
    line: str


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
    """One finding with all that a report says of it."""

    code: str
    name: str
    severity: Severity
    message: str
    stretch: Stretch
    operation: str
    operand: str
    value: str
    steps: tuple[Step, ...]
    remedies: tuple[Remedy, ...]
    url: str


def recorded(document: Document, diagnosis: Diagnosis) -> Record:
    """Write down a finding of a document."""
    finding = diagnosis.finding
    return Record(
        code=finding.code,
        name=finding.name,
        severity=finding.severity,
        message=finding.message,
        stretch=_stretch(Place(document, finding.span)),
        operation=finding.operation,
        operand=finding.operand,
        value=finding.value,
        steps=tuple(Step(reason.message, _stretch(reason.place)) for reason in finding.reasons),
        remedies=tuple(_remedy(document, fix) for fix in diagnosis.fixes),
        url=finding.url,
    )


def _remedy(document: Document, fix: Fix) -> Remedy:
    edits = tuple(
        Edit(edit.text, _location(document, edit.span.start), _location(document, edit.span.end)) for edit in fix.edits
    )
    return Remedy(fix.title, fix.reason, fix.result, fix.applicability, fix.preferred, fix.suppresses, edits, fix.lead)


def _stretch(place: Place) -> Stretch:
    document, span = place.document, place.span
    lines = document.lines
    row = lines.line_at(span.start)
    line = decode(document.data[lines.start(row) : lines.end(row)])
    return Stretch(document.path, _location(document, span.start), _location(document, span.end), line)


def _location(document: Document, offset: int) -> Location:
    position = document.lines.position(offset, Encoding.UTF32)
    return Location(position.line + 1, position.column + 1)
