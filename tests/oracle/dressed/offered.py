"""The repairs that are offered for a program, and what is left after them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from nanproof.analysis import Diagnosis, Project
from nanproof.fixes.applied import Proposed, best_of, edited, to_the_end
from nanproof.fixes.fix import Applicability, Fix
from nanproof.source.document import Document
from tests.names.project import Files


@dataclass(frozen=True)
class Repair:
    """One fix of one finding, and the text after it."""

    diagnosis: Diagnosis
    fix: Fix
    after: str
    is_best: bool

    @property
    def is_safe(self) -> bool:
        """Whether it is promised to change nothing that was right."""
        return self.fix.applicability is Applicability.SAFE


@cache
def diagnosed(source: str) -> tuple[Diagnosis, ...]:
    """Return what is found in a program."""
    return Project(None, Files({})).diagnose(Document.from_text("a.py", source))


@cache
def repairs(source: str) -> tuple[Repair, ...]:
    """Return every repair that is offered for a program."""
    document = Document.from_text("a.py", source)
    return tuple(
        Repair(each, fix, edited(document, [fix]).text, fix is best_of(each.fixes))
        for each in diagnosed(source)
        for fix in each.fixes
        if fix.edits and not fix.suppresses
    )


@cache
def to_the_last(source: str, *, unsafe: bool = False) -> str:
    """Return a text after all that `--fix` would apply to it, or `--fix --unsafe-fixes`."""

    def chosen(document: Document) -> list[Proposed]:
        best = ((each.finding, best_of(each.fixes, unsafe=unsafe)) for each in diagnosed(document.text))
        return [Proposed(finding.code, finding.span.start, fix) for finding, fix in best if fix is not None]

    return to_the_end(Document.from_text("a.py", source), chosen).document.text
