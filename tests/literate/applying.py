"""What must hold of every fix: it parses, it compiles, its finding is gone and no other one comes."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterator

from nanproof.analysis import Diagnosis, Project
from nanproof.findings.finding import Severity
from nanproof.fixes.applied import errors_in, moved, places
from nanproof.fixes.fix import Fix
from nanproof.source.document import Document


def applied(document: Document, fix: Fix) -> Document:
    """Apply the edits of a fix, which all mean the text before any of them."""
    return document.changed(sorted(fix.edits, key=lambda edit: edit.span, reverse=True))


def faults_of_fix(project: Project, document: Document, diagnosis: Diagnosis, fix: Fix) -> Iterator[str]:
    """Yield what is wrong with a fix."""
    if not fix.edits:
        yield "it changes nothing"
    mended = applied(document, fix)
    if errors_in(mended) > errors_in(document):
        yield f"it does not parse:\n{mended.text}"
    if compiles(document) and not compiles(mended):
        yield f"it does not compile:\n{mended.text}"
    before = project.diagnose(document)
    here = places(diagnosis.finding.span.start, fix.edits)
    after = Counter(
        _named(each, each.finding.span.start) for each in project.diagnose(mended) if not _is_hint_at(each, here)
    )
    kept = Counter(
        _named(each, moved(each.finding.span.start, fix.edits))
        for each in before
        if each.finding.span != diagnosis.finding.span
    )
    for code, place in (after - kept).elements():
        line = mended.lines.line_at(place)
        text = mended.data[mended.lines.start(line) : mended.lines.end(line)].decode(errors="replace").strip()
        yield f"a finding is left or new, {code}: {text}"


def _is_hint_at(diagnosis: Diagnosis, here: set[int]) -> bool:
    """Say whether a mended operation is finite now, and would be better written otherwise."""
    return diagnosis.finding.severity is Severity.HINT and diagnosis.finding.span.start in here


def _named(diagnosis: Diagnosis, start: int) -> tuple[str, int]:
    return diagnosis.finding.code, start


def compiles(document: Document) -> bool:
    """Say whether the text is valid Python."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(document.data, document.path, "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            return False
    return True
