"""A comment that is to silence findings, as the rules of comments look at it."""

from __future__ import annotations

from dataclasses import dataclass

from nanproof.findings.finding import Finding
from nanproof.findings.line import Source
from nanproof.source.document import Document
from nanproof.source.span import Span


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that is to silence findings.

    `span` goes from its number sign to the end of its list; `listed` is where the list stands, or would; `words`
    is what it holds. The `idle` ones name rules that find nothing there, the `unknown` ones no rule; `meant` is the
    rule of a finding that is told there, where the only unknown word nearly names it. One that `silences` has some
    effect, be it for other tools: a `# noqa` without a list is for them, and what is `told` there it does not silence.
    """

    document: Document
    span: Span
    listed: Span
    words: tuple[str, ...]
    idle: tuple[str, ...]
    unknown: tuple[str, ...]
    silences: bool
    meant: str
    told: Finding | None = None

    @property
    def source(self) -> Source:
        """The comment as a sentence quotes it."""
        return Source(self.document.slice(self.span))
