"""From what the analysis found to what the server is told: places in the client's units, texts instead of trees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nanproof.analysis import Description, Diagnosis, Examination
from nanproof.fixes.applied import best_of
from nanproof.fixes.fix import Applicability, Fix
from nanproof.lsp.wire import Described, Edit, Examined, Repair, Report, Step, Stretch
from nanproof.printed.fingerprints import mark
from nanproof.rules import unused_suppression
from nanproof.source.document import Document, encode
from nanproof.source.line_ranges import line_ranges
from nanproof.source.lines import LineTable
from nanproof.source.notebook import Notebook
from nanproof.source.notebook_file import characters_of, lines_of
from nanproof.source.place import Place
from nanproof.source.positions import Encoding, Position
from nanproof.source.span import Span


def examined(examination: Examination, document: Document, encoding: Encoding) -> Examined:
    """Convert what was found in a document."""
    reports = tuple(_report(diagnosis, document, encoding) for diagnosis in examination.diagnoses)
    unseen = line_ranges(document, examination.unseen)
    return Examined(reports, unseen, examination.may_go_on, examination.is_provisional)


def in_notebook(found: Examined, program: Document, notebook: Notebook, file: Document, encoding: Encoding) -> Examined:
    """Move what was found in a notebook's program to its file, in which a cell's lines stand in quotes.

    What is said names the cell. Repairs are left out: their edits are of the program.
    """
    lines = lines_of(file.text)

    def moved(position: Position) -> int:
        """Return the byte of the file at which a character of the program is written."""
        at = program.lines.position(program.lines.offset(position, encoding), Encoding.UTF32)
        cell = notebook.cell_at(at.line)
        rows = lines[cell.number - 1] or [(0, 0)]
        start, end = rows[min(at.line - cell.first, len(rows) - 1)]  # in the file no line ends with a lone return
        characters = characters_of(file.text[start:end])
        return len(encode(file.text[: start + characters[min(at.column, len(characters) - 1)]]))

    def moved_stretch(stretch: Stretch) -> Stretch:
        return to_stretch(Span(moved(stretch.start), moved(stretch.end)), file.lines, encoding)

    def moved_report(report: Report) -> Report:
        cell = notebook.cell_at(report.stretch.start.line)
        steps = (
            replace(each, stretch=moved_stretch(each.stretch)) if each.path == file.path else each
            for each in report.steps
        )
        return replace(
            report,
            message=f"cell {cell.number}, line {report.stretch.start.line - cell.first + 1}: {report.message}",
            stretch=moved_stretch(report.stretch),
            operand=moved_stretch(report.operand),
            steps=tuple(steps),
            repairs=(),
        )

    return replace(found, reports=tuple(map(moved_report, found.reports)))


def described(description: Description, document: Document, encoding: Encoding) -> Described:
    """Convert what is known of an operation."""
    stretch = to_stretch(description.span, document.lines, encoding)
    return Described(stretch, description.markdown, description.code, description.rest)


def _report(diagnosis: Diagnosis, document: Document, encoding: Encoding) -> Report:
    finding, lines = diagnosis.finding, document.lines
    steps = tuple(
        Step(reason.message, place.document.path, to_stretch(place.span, place.document.lines, encoding))
        for reason in finding.reasons
        for place in (reason.place,)
    )
    repairs = repairs_of(diagnosis.fixes, lines, encoding)
    stretch = to_stretch(finding.span, lines, encoding)
    operand = to_stretch(finding.operand_span, lines, encoding)
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
        about=finding.about,
        mark=mark(finding.code, finding.operation, Place(document, finding.span).text),
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
            tuple(Edit(to_stretch(edit.span, lines, encoding), edit.text) for edit in fix.edits),
            is_safe=fix.applicability is not Applicability.UNSAFE,
            preferred=fix.preferred,
            automatic=fix is best,
            placeholder=fix.placeholder,
            silences=fix.suppresses,
            introduces=fix.introduces,
            bound_at=fix.binding.span.start if fix.binding is not None else None,
        )
        for fix in applicable
    )


def to_stretch(span: Span, lines: LineTable, encoding: Encoding) -> Stretch:
    """Return a span in the client's units."""
    return Stretch(lines.position(span.start, encoding), lines.position(span.end, encoding))
