"""What must hold of every fix: it parses, it compiles, its finding is gone and no other one comes."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from nanproof.analysis import Diagnosis, Project
from nanproof.findings.finding import Severity
from nanproof.fixes.applied import edited, errors_in, moved, places
from nanproof.fixes.fix import Fix
from nanproof.source.document import Document
from nanproof.source.span import TextEdit

Chosen = tuple[Diagnosis, Fix]


def applied(document: Document, fix: Fix) -> Document:
    """Apply the edits of a fix, which all mean the text before any of them."""
    return document.changed(sorted(fix.edits, key=lambda edit: edit.span, reverse=True))


def apart(document: Document, diagnoses: Sequence[Diagnosis]) -> Iterator[list[Chosen]]:
    """Yield all fixes as they are judged: by itself what mends, and once what several findings need.

    Comments that silence one line each are judged together: none of them can do what another one should.
    """
    same: dict[tuple[TextEdit, ...], list[Chosen]] = {}
    for diagnosis in diagnoses:
        for fix in diagnosis.fixes:
            same.setdefault(fix.edits, []).append((diagnosis, fix))
    on_lines: dict[int, list[list[Chosen]]] = {}
    for edits, chosen in same.items():
        if chosen[0][1].suppresses and chosen[0][1].title.endswith("on this line"):
            on_lines.setdefault(document.lines.line_at(edits[0].span.start), []).append(chosen)
        else:
            yield chosen
    for each_once in zip_longest(*on_lines.values(), fillvalue=[]):
        yield [each for chosen in each_once for each in chosen]


def faults_of_fixes(project: Project, document: Document, chosen: Sequence[Chosen]) -> Iterator[str]:
    """Yield what is wrong with fixes that are applied at once."""
    if not all(fix.edits for _, fix in chosen):
        yield "it changes nothing"
    mended = edited(document, (fix for _, fix in chosen))
    if errors_in(mended) > errors_in(document):
        yield f"it does not parse:\n{mended.text}"
    if compiles(document) and not compiles(mended):
        yield f"it does not compile:\n{mended.text}"
    before = project.diagnose(document)
    edits = {edit for _, fix in chosen for edit in fix.edits}
    spans = {diagnosis.finding.span for diagnosis, _ in chosen}
    here = {place for span in spans for place in places(span.start, edits)}
    after = Counter(
        _named(each, each.finding.span.start) for each in project.diagnose(mended) if not _is_hint_at(each, here)
    )
    kept = Counter(
        _named(each, moved(each.finding.span.start, edits)) for each in before if each.finding.span not in spans
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
