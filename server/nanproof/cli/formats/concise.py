"""Findings for editors and `grep`: one line each, as compilers print theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nanproof.printed.cells import printable
from nanproof.printed.record import Record
from nanproof.printed.text import where


def as_concise(records: Iterable[Record]) -> Iterator[str]:
    """Yield `train.py:48:12: warning NAN101 what and why` for each finding."""
    for record in records:
        first = printable(record.message.split("\n", 1)[0])
        yield f"{where(record.stretch)}: {record.severity.value} {record.code} {first}"
