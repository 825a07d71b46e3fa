"""What nanproof says about a case, in the words of its annotations."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from pathlib import Path

from tree_sitter import Node

from nanproof.analysis import Diagnosis, Project
from nanproof.fixes.fix import Fix
from nanproof.infer.value import Number, Unknown, Value
from nanproof.names.scopes import scope_of
from nanproof.source.document import Document
from nanproof.source.place import Reason
from nanproof.source.positions import Encoding
from nanproof.source.reader import DiskReader
from nanproof.values.interval import number, shown
from tests.literate.annotations import Case, Expected


def document_of(case: Case) -> Document:
    """Return the text that is looked at: the case without its annotations."""
    return Document.from_text(str(case.path), case.text)


def project_of(case: Case) -> Project:
    """Return the project of a case: its folder, read from the disk."""
    return Project(str(case.path.parent), DiskReader())


def preferred(diagnosis: Diagnosis) -> Fix | None:
    """Return the fix that is offered first."""
    chosen = [fix for fix in diagnosis.fixes if fix.preferred]
    assert len(chosen) <= 1, "at most one fix is preferred"
    return chosen[0] if chosen else None


def observed(document: Document, diagnosis: Diagnosis) -> Expected:
    """Write a diagnosis as an annotation would."""
    finding, lines = diagnosis.finding, document.lines
    start = lines.position(finding.span.start, Encoding.UTF32)
    end = lines.position(finding.span.end, Encoding.UTF32)
    first_end = end.column
    if end.line > start.line:
        first_end = lines.position(lines.end(start.line), Encoding.UTF32).column
    fix = preferred(diagnosis)
    return Expected(
        start.line,
        start.column,
        first_end,
        end.line - start.line,
        finding.code,
        finding.severity.value,
        finding.message,
        fix.result if fix else "nothing",
        fix.applicability.value if fix else "safe",
        _additions(diagnosis, fix),
        _removals(document, diagnosis, fix),
        _others(diagnosis, fix),
        tuple(_told(document, reason) for reason in finding.reasons[:-1]),
    )


def _additions(diagnosis: Diagnosis, fix: Fix | None) -> tuple[str, ...]:
    span = diagnosis.finding.span
    edits = fix.edits if fix else ()
    added = (edit.text.strip() for edit in edits if not span.start <= edit.span.start <= span.end)
    return tuple(each for each in added if each)


def _removals(document: Document, diagnosis: Diagnosis, fix: Fix | None) -> tuple[str, ...]:
    span = diagnosis.finding.span
    edits = fix.edits if fix else ()
    outside = (edit for edit in edits if not edit.text and not span.start <= edit.span.start <= span.end)
    return tuple(" ".join(document.slice(edit.span).split()) for edit in outside)


def _others(diagnosis: Diagnosis, chosen: Fix | None) -> tuple[str, ...]:
    others = (fix for fix in diagnosis.fixes if fix is not chosen and not fix.suppresses)
    return tuple(f"{fix.applicability.value}: {fix.result}" for fix in others)


def _told(document: Document, reason: Reason) -> str:
    elsewhere = reason.place.document.path != document.path
    name = f"{Path(reason.place.document.path).name} " if elsewhere else ""
    return f"{name}`{' '.join(reason.place.text.split())}` {reason.message}"


def differences(expected: Expected, seen: Expected) -> Iterator[str]:
    """Yield what an annotation says that is not so. The place is what an annotation is found by."""
    if (expected.start, expected.end, expected.more_lines) != (seen.start, seen.end, seen.more_lines):
        yield f"the columns are {seen.start}-{seen.end} (+{seen.more_lines} lines)"
    if (expected.code, expected.severity) != (seen.code, seen.severity):
        yield f"it is {seen.code} {seen.severity}"
    if not says(seen.message, expected.message):
        yield f"the message is: {seen.message}"
    if expected.fixed is not None:
        if (expected.fixed, expected.applicability) != (seen.fixed, seen.applicability):
            yield f"the fix leaves, {seen.applicability}: {seen.fixed}"
        if expected.adds != seen.adds:
            yield f"the fix adds: {seen.adds}"
        if expected.removes != seen.removes:
            yield f"the fix removes: {seen.removes}"
    if expected.others and expected.others != seen.others:
        yield "the other fixes are:\n    # or " + "\n    # or ".join(seen.others)
    if expected.reasons and not _same_story(expected.reasons, seen.reasons):
        yield "the reasons are:\n    # from: " + "\n    # from: ".join(seen.reasons)


def says(message: str, pattern: str) -> bool:
    """Say whether a message begins with a pattern, or holds it where the pattern begins with `...`."""
    return pattern[3:].strip() in message if pattern.startswith("...") else message.startswith(pattern)


def _same_story(expected: tuple[str, ...], seen: tuple[str, ...]) -> bool:
    return len(expected) == len(seen) and all(map(says, seen, expected))


_REVEAL = re.compile(r"#\s*(?P<stated>.*?)\s*$")


def revelations(case: Case) -> Iterator[tuple[int, str, str]]:
    """Yield the line, the stated and the inferred value of every `reveal_range(...)` of a case."""
    document = document_of(case)
    engine = project_of(case)._engine(document)
    for call in _calls_of(document.tree.root_node, "reveal_range"):
        arguments = call.child_by_field_name("arguments")
        assert arguments is not None
        line = document.lines.line_at(call.end_byte)
        rest = document.data[call.end_byte : document.lines.end(line)].decode()
        stated = _REVEAL.search(rest)
        assert stated is not None, f"{case.path}:{line + 1}: say what reveal_range reveals"
        value = engine.value(engine.general(document, scope_of(call)), arguments.named_children[0])
        yield line, stated["stated"], _inferred(value, stated["stated"])


def _inferred(value: Value, stated: str) -> str:
    """Write a value as a case states it, with the parts that the case speaks of."""
    if not isinstance(value, Number):
        return "unknown" if isinstance(value, Unknown) else "not a number"
    written = f"{shown(value.range.interval)} {value.dtype.value}"
    if "or NaN" in stated and value.range.may_be_nan:
        written += " or NaN"
    if "takes" in stated:
        written += f" takes {_taken({point.value for point in value.range.points})}"
    return written


def _taken(values: set[float]) -> str:
    rising = sorted(values, key=lambda value: (math.isnan(value), value))
    return ", ".join(number(value) for value in rising) or "nothing"


def _calls_of(root: Node, name: str) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        function = node.child_by_field_name("function") if node.type == "call" else None
        if function is not None and function.text == name.encode():
            yield node
        waiting += reversed(node.named_children)
