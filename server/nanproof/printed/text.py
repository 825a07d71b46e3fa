"""Findings for people: what and why, the lines concerned, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nanproof.fixes.fix import Applicability
from nanproof.printed.cells import printable
from nanproof.printed.frame import frame
from nanproof.printed.palette import Palette
from nanproof.printed.paths import friendly
from nanproof.printed.record import Record, Remedy, Stretch

_INDENT = "  "


def as_text(records: Iterable[Record], palette: Palette) -> Iterator[str]:
    """Yield the report's lines, an empty one after each finding."""
    for record in records:
        severity = palette.severity(record.severity, record.severity.value)
        path, code = palette.paint("path", where(record.stretch)), palette.paint("code", record.code)
        yield f"{path} {severity} {code} {record.name}"
        yield from (_INDENT + printable(line) for line in record.message.split("\n"))
        yield from (_INDENT + line for line in frame(record, palette))
        yield from (_INDENT + line for line in _remedies(record, palette))
        yield ""


def counted(number: int, noun: str) -> str:
    """Return a number and its noun: `1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def where(stretch: Stretch) -> str:
    """Return where something stands, as people and editors read it: `train.py:48:12`, `book.ipynb:cell 3:2:12`."""
    cell = f"cell {stretch.cell}:" if stretch.cell is not None else ""
    return f"{friendly(stretch.filename)}:{cell}{stretch.start.row}:{stretch.start.column}"


def _remedies(record: Record, palette: Palette) -> Iterator[str]:
    written = [remedy for remedy in record.remedies if not remedy.suppresses]
    lead = [_lead(remedy, is_first=index == 0) for index, remedy in enumerate(written)]
    width = max(map(len, lead), default=0)
    for words, remedy in zip(lead, written, strict=True):
        result = printable(" ".join(line.strip() for line in remedy.result.split("\n")))
        yield f" {palette.paint('margin', '=')} {words:{width}} {palette.paint('remedy', result)}"
        if remedy.applicability is Applicability.UNSAFE:
            yield f"   {'':{width}} {printable(remedy.reason)}"


def _lead(remedy: Remedy, *, is_first: bool) -> str:
    """Return the words before a result: `write:`, then `or mask it:`, `or (unsafe):`."""
    words = remedy.lead.removeprefix("or ")
    doubt = " (unsafe)" if remedy.applicability is Applicability.UNSAFE else ""
    if is_first:
        return f"{words or 'mask it'}{doubt}:"
    return f"or {words}{doubt}:" if words else f"or{doubt}:"
