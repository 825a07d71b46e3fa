"""Findings for people: what and why, the lines concerned, and what to write instead."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from nanproof.cli.cells import printable
from nanproof.cli.frame import frame
from nanproof.cli.palette import Palette
from nanproof.cli.record import Record, Remedy
from nanproof.fixes.fix import Applicability

_INDENT = "  "


def as_text(records: Iterable[Record], palette: Palette) -> Iterator[str]:
    """Yield the report's lines, an empty one after each finding."""
    for record in records:
        start = record.stretch.start
        cell = f"cell {record.stretch.cell}:" if record.stretch.cell is not None else ""
        where = palette.paint("path", f"{friendly(record.stretch.filename)}:{cell}{start.row}:{start.column}")
        severity = palette.severity(record.severity, record.severity.value)
        yield f"{where} {severity} {palette.paint('code', record.code)} {record.name}"
        yield from (_INDENT + printable(line) for line in record.message.split("\n"))
        yield from (_INDENT + line for line in frame(record, palette))
        yield from (_INDENT + line for line in _remedies(record, palette))
        yield ""


def summary(found: int, files: int, checked: int, unchecked: int, hidden: int) -> str:
    """Say in one line what came of the whole run."""
    if not checked:
        return "No file was checked."
    scope = f"{counted(checked, 'file')} checked"
    if unchecked:
        scope += f", {unchecked} not"
    if hidden:
        scope += f"; {hidden} more at a lower level"
    if not found:
        return f"Found no problems ({scope})."
    return f"Found {counted(found, 'problem')} in {counted(files, 'file')} ({scope})."


def counted(number: int, noun: str) -> str:
    """Return a number and its noun: `1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def friendly(path: str) -> str:
    """Return a path as short as it can be from here, fit to print."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # on another drive
        relative = path
    short = path if relative.startswith(os.pardir) else relative
    return printable(short)


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
