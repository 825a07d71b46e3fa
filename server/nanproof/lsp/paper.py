"""The whole report of one finding, with the lines that it speaks of, as the terminal prints it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath

from nanproof.analysis import Diagnosis
from nanproof.lsp.wire import Write
from nanproof.printed.palette import Palette
from nanproof.printed.paths import from_folder
from nanproof.printed.record import Record, Stretch, recorded
from nanproof.printed.text import as_text
from nanproof.source.document import Document
from nanproof.source.positions import Encoding


def written(found: Iterable[Diagnosis], document: Document, asked: Write, encoding: Encoding) -> str:
    """Return the report of the finding that is asked about; nothing where there is none any more."""
    line, column = asked.start.line, asked.start.column
    starts = ((each, document.lines.position(each.finding.span.start, encoding)) for each in found)
    there = [(each, at) for each, at in starts if each.finding.code == asked.code and at.line == line]
    # Some clients count the columns of what they send back in their own way.
    nearest = min(there, key=lambda each: abs(each[1].column - column), default=None)
    if nearest is None:
        return ""
    record = recorded(document, nearest[0], asked.notebook)
    if asked.root is not None:
        record = _from_root(record, asked.root)
    return "\n".join(as_text([record], Palette(colourful=False)))


def _from_root(record: Record, root: str) -> Record:
    """Name the files of a workspace as one does in it."""

    def named(stretch: Stretch) -> Stretch:
        path = stretch.filename
        return replace(stretch, filename=from_folder(path, root)) if PurePath(path).is_relative_to(root) else stretch

    steps = tuple(replace(each, stretch=named(each.stretch)) for each in record.steps)
    return replace(record, stretch=named(record.stretch), steps=steps)
