"""The engine's front door: the only module that the terminal and the language server call.

    source -> names -> infer -> rules -> fixes -> here

Pure: no I/O but through the project's reader, no clock, no global state, and no text makes it raise.
"""

from __future__ import annotations

from dataclasses import dataclass

from nanproof.fixes.fix import Fix
from nanproof.rules.finding import Finding
from nanproof.source.document import Document
from nanproof.source.reader import Reader
from nanproof.source.span import Span


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A finding and the edits that mend it, best first."""

    finding: Finding
    fixes: tuple[Fix, ...]


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of the operation or operand under the cursor, as Markdown."""

    span: Span
    markdown: str


class Project:
    """The files that may be asked about each other. Not thread-safe: one thread owns it (jedi is not)."""

    def __init__(self, root: str | None, reader: Reader) -> None:
        self.root = root
        self.reader = reader

    def diagnose(self, document: Document) -> tuple[Diagnosis, ...]:
        """Return the findings of a document, in the order of their place."""
        raise NotImplementedError

    def describe(self, document: Document, offset: int) -> Description | None:
        """Return what is known of the operation at a byte offset, or of its operand."""
        raise NotImplementedError
