"""A stretch of one document, and a step of the story that leads to it."""

from __future__ import annotations

from dataclasses import dataclass

from nanproof.source.document import Document
from nanproof.source.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a document: the finding's own or another file of the project."""

    document: Document
    span: Span

    @property
    def text(self) -> str:
        """The source text of the place."""
        return self.document.slice(self.span)


@dataclass(frozen=True, slots=True)
class Reason:
    """One link of the chain that leads from where a value is made to where it is used."""

    message: str
    place: Place
