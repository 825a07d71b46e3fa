"""From what the analysis found to what the server is told: places in the client's units, texts instead of trees."""

from __future__ import annotations

from collections.abc import Sequence

from nanproof.analysis import Description, Diagnosis, Examination, unseen_lines
from nanproof.fixes.applied import best_of
from nanproof.fixes.fix import Applicability, Fix
from nanproof.lsp.wire import Described, Edit, Examined, Repair, Report, Step, Stretch
from nanproof.rules import unused_suppression
from nanproof.source.document import Document
from nanproof.source.lines import LineTable
from nanproof.source.positions import Encoding
from nanproof.source.span import Span


def examined(examination: Examination, document: Document, encoding: Encoding) -> Examined:
    """Convert what was found in a document."""
    reports = tuple(_report(diagnosis, document.lines, encoding) for diagnosis in examination.diagnoses)
    return Examined(reports, unseen_lines(examination, document), examination.may_go_on)


def described(description: Description, document: Document, encoding: Encoding) -> Described:
    """Convert what is known of an operation."""
    return Described(_stretch(description.span, document.lines, encoding), description.markdown)


def _report(diagnosis: Diagnosis, lines: LineTable, encoding: Encoding) -> Report:
    finding = diagnosis.finding
    steps = tuple(
        Step(reason.message, place.document.path, _stretch(place.span, place.document.lines, encoding))
        for reason in finding.reasons
        for place in (reason.place,)
    )
    repairs = repairs_of(diagnosis.fixes, lines, encoding)
    stretch = _stretch(finding.span, lines, encoding)
    operand = _stretch(finding.operand_span, lines, encoding)
    return Report(
        finding.code,
        finding.severity,
        finding.message,
        stretch,
        operand,
        finding.value,
        steps,
        repairs,
        finding.url,
        is_unnecessary=_is_unnecessary(diagnosis),
    )


def _is_unnecessary(diagnosis: Diagnosis) -> bool:
    """Say whether all that is told of does nothing: a comment of which a rule of two is of use is not dimmed."""
    finding = diagnosis.finding
    return finding.code == unused_suppression.RULE.code and any(
        edit.span.start <= finding.span.start and finding.span.end <= edit.span.end
        for fix in diagnosis.fixes
        for edit in fix.edits
        if not edit.text.strip()
    )


def repairs_of(fixes: Sequence[Fix], lines: LineTable, encoding: Encoding) -> tuple[Repair, ...]:
    """Convert the fixes that a person may apply; one that is only for display has nothing to apply."""
    applicable = [fix for fix in fixes if fix.edits and fix.applicability is not Applicability.DISPLAY]
    best = best_of(applicable)
    return tuple(
        Repair(
            fix.title,
            fix.result,
            tuple(Edit(_stretch(edit.span, lines, encoding), edit.text) for edit in fix.edits),
            is_safe=fix.applicability is not Applicability.UNSAFE,
            preferred=fix.preferred,
            automatic=fix is best,
        )
        for fix in applicable
    )


def _stretch(span: Span, lines: LineTable, encoding: Encoding) -> Stretch:
    return Stretch(lines.position(span.start, encoding), lines.position(span.end, encoding))
