"""Stretches of a text and edits to it, in bytes of its UTF-8 form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of a text, in bytes of its UTF-8 form."""

    start: int
    end: int

    def contains(self, offset: int) -> bool:
        """Say whether a byte offset lies inside, both ends included."""
        return self.start <= offset <= self.end


@dataclass(frozen=True, slots=True, order=True)
class TextEdit:
    """The replacement of a span by a text; an empty span inserts."""

    span: Span
    text: str
