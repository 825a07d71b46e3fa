"""Findings as commands that GitHub Actions shows beside the lines of a change.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nanproof.findings.finding import Severity
from nanproof.printed.paths import relative
from nanproof.printed.record import Record
from nanproof.printed.text import where

_IN_MESSAGES = "%\r\n"
_IN_PROPERTIES = "%\r\n:,"
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def as_github(records: Iterable[Record]) -> Iterator[str]:
    """Yield a command for each finding; of a notebook, whose lines GitHub does not show, without a line."""
    for record in records:
        stretch = record.stretch
        told = {"title": f"nanproof ({record.code})", "file": relative(stretch.filename)}
        if stretch.cell is None:
            told |= {"line": str(stretch.start.row), "endLine": str(stretch.end.row)}
            if stretch.end.row == stretch.start.row:  # GitHub refuses columns of a stretch of several lines
                told |= {"col": str(stretch.start.column), "endColumn": str(stretch.end.column)}
        properties = ",".join(f"{name}={_escaped(value, _IN_PROPERTIES)}" for name, value in told.items())
        message = _escaped(f"{where(stretch)}: {record.code} {record.message}", _IN_MESSAGES)
        yield f"::{_COMMANDS.get(record.severity, 'notice')} {properties}::{message}"


def _escaped(text: str, special: str) -> str:
    return "".join(f"%{ord(each):02X}" if each in special else each for each in text)
