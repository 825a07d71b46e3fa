"""What is said of the comments that are to silence findings, and the edits that mend them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import Match

from nanproof.findings.comment import Comment
from nanproof.findings.comments import comments, silenced_by_name
from nanproof.findings.finding import Finding
from nanproof.fixes.diagnosis import Diagnosis
from nanproof.fixes.fix import Fix
from nanproof.fixes.suppress import suppress
from nanproof.fixes.uncommented import without_idle, without_unknown
from nanproof.rules import blanket_noqa, unknown_rule, unused_suppression
from nanproof.rules.registry import RULES
from nanproof.source.document import Document


def _silencing(comment: Comment) -> Fix | None:
    return suppress(comment.document, comment.told) if comment.told is not None else None


_FIXES = {unused_suppression.RULE: without_idle, unknown_rule.RULE: without_unknown, blanket_noqa.RULE: _silencing}


def of_comments(
    document: Document, on_file: Sequence[Match[bytes]], silenced: Sequence[Finding], told: Sequence[Finding]
) -> Iterator[Diagnosis]:
    """Yield what is said of a document's comments, where all that they silence is known, and all that is told.

    Those `on_file` speak of the whole document.

    Nothing is said of a text with syntax errors: what stands in one is not seen, and an editor has them with each line.
    """
    for comment in comments(document, on_file, silenced, told, RULES):
        if document.has_error:
            return
        for rule, fix in _FIXES.items():
            finding = rule.finding(comment)
            if finding is not None and not silenced_by_name(document, on_file, finding):
                made = fix(comment)
                yield Diagnosis(finding, (made,) if made is not None else ())
