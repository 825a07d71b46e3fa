"""A diagnosis as it reads in another version of its text: the same words, at other places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from nanproof.findings.finding import Finding
from nanproof.fixes.diagnosis import Diagnosis
from nanproof.incremental.change import Change
from nanproof.source.document import Document
from nanproof.source.place import Place
from nanproof.source.span import Span, TextEdit


def moved(diagnosis: Diagnosis, change: Change) -> Diagnosis | None:
    """Return a diagnosis of the version before as it reads in the one after, None where a place of it is gone."""
    found = {span: change.moved(span) for span in _spans(diagnosis, change.before.document)}
    now = {span: place for span, place in found.items() if place is not None}
    if len(now) < len(found):
        return None
    fixes = tuple(
        replace(fix, edits=tuple(TextEdit(now[edit.span], edit.text) for edit in fix.edits)) for fix in diagnosis.fixes
    )
    return Diagnosis(_finding(diagnosis.finding, now, change), fixes)


def _spans(diagnosis: Diagnosis, document: Document) -> Iterator[Span]:
    """Yield all places of a diagnosis in its own document."""
    yield diagnosis.finding.span
    yield diagnosis.finding.operand_span
    yield from (each.place.span for each in diagnosis.finding.reasons if each.place.document is document)
    yield from (edit.span for fix in diagnosis.fixes for edit in fix.edits)


def _finding(finding: Finding, now: Mapping[Span, Span], change: Change) -> Finding:
    before, after = change.before.document, change.after.document
    reasons = (
        replace(each, place=Place(after, now[each.place.span])) if each.place.document is before else each
        for each in finding.reasons
    )
    return replace(finding, span=now[finding.span], operand_span=now[finding.operand_span], reasons=tuple(reasons))
