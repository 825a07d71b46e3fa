"""The lines that some stretches of a text cover."""

from __future__ import annotations

from collections.abc import Iterable

from nanproof.source.document import Document
from nanproof.source.span import Span


def line_ranges(document: Document, spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    """Return the first and last lines, from 1, of stretches in the order of their place; neighbours as one."""
    data, lines = document.data, document.lines
    found: list[tuple[int, int]] = []
    for span in spans:
        end = span.start + len(data[span.start : span.end].rstrip())
        first, last = lines.line_at(span.start) + 1, lines.line_at(max(end - 1, span.start)) + 1
        if found and not data[lines.start(found[-1][1]) : span.start].strip():
            first = found.pop()[0]
        found.append((first, last))
    return tuple(found)
