"""What must hold of every fix: it parses, it compiles, its finding is gone and no other one comes."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from nanproof.analysis import Diagnosis, Project
from nanproof.findings.finding import Severity
from nanproof.fixes.applied import Proposed, edited, errors_in, moved, places, without_overlap
from nanproof.fixes.fix import Fix
from nanproof.source.document import Document
from nanproof.source.span import TextEdit

Chosen = tuple[Diagnosis, Fix]


def applied(document: Document, fix: Fix) -> Document:
    """Apply the edits of a fix, which all mean the text before any of them."""
    return document.changed(sorted(fix.edits, key=lambda edit: edit.span, reverse=True))


@dataclass(frozen=True, slots=True)
class _Together:
    """Fixes of one kind that are judged at once, and the parts of the text that they touch."""

    kind: str
    chosen: list[Chosen] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)

    def takes(self, chosen: Sequence[Chosen], touched: AbstractSet[int]) -> bool:
        """Say whether more fixes can be judged with these: in other parts of the text, and none in another's way."""
        all_of_them = [Proposed(each.finding.code, each.finding.span.start, fix) for each, fix in self.chosen]
        all_of_them += [Proposed(each.finding.code, each.finding.span.start, fix) for each, fix in chosen]
        return self.touched.isdisjoint(touched) and len(without_overlap(all_of_them)) == len(all_of_them)


def apart(document: Document, diagnoses: Sequence[Diagnosis]) -> list[list[Chosen]]:
    """Return all fixes as they are judged: those together of which none can do what another one should.

    Those are fixes that are the same, comments on lines of their own, and fixes of functions of their own that rest
    on nothing outside. A comment that speaks of the whole file is judged by itself.
    """
    same: dict[tuple[TextEdit, ...], list[Chosen]] = {}
    for diagnosis in diagnoses:
        for fix in diagnosis.fixes:
            same.setdefault(fix.edits, []).append((diagnosis, fix))
    together: list[_Together] = []
    for chosen in same.values():
        kind = _kind(document, *chosen[0])
        touched = {each for diagnosis, fix in chosen for each in _touched(document, diagnosis, fix)}
        one = chosen[:1]  # the others are the same
        found = next((each for each in together if each.kind == kind and each.takes(one, touched)), None)
        if found is None:
            together.append(found := _Together(kind))
        found.chosen.extend(chosen)
        found.touched.update(touched)
    return [each.chosen for each in together]


def _kind(document: Document, diagnosis: Diagnosis, fix: Fix) -> str:
    if not fix.suppresses:
        return "mends"
    is_above = fix.edits[0].span.start < document.lines.start(document.lines.line_at(diagnosis.finding.span.start))
    return fix.result if is_above else "silences a line"


def _touched(document: Document, diagnosis: Diagnosis, fix: Fix) -> Iterator[int]:
    """Yield the functions that a fix changes, or that its finding rests on; of a comment its line."""
    if fix.suppresses:
        yield document.lines.line_at(fix.edits[0].span.start)
        return
    yield _function_at(document, diagnosis.finding.span.start)
    for reason in diagnosis.finding.reasons:
        if reason.place.document.path == document.path:
            yield _function_at(document, reason.place.span.start)
    for edit in fix.edits:
        if not edit.text.startswith(("import ", "from ")):
            yield _function_at(document, edit.span.start)


def _function_at(document: Document, offset: int) -> int:
    """Return where the outermost function around an offset begins, -1 outside of all."""
    node, found = document.tree.root_node.descendant_for_byte_range(offset, offset), -1
    while node is not None:
        found = node.start_byte if node.type == "function_definition" else found
        node = node.parent
    return found


def faults(project: Project, document: Document, chosen: Sequence[Chosen]) -> list[str]:
    """Return what is wrong with fixes that are judged together, by each of them where one alone shows it."""
    if not any(_faults_of(project, document, chosen)):
        return []
    alone = [
        f"{fix.title} ({diagnosis.finding.operand}): {fault}"
        for diagnosis, fix in chosen
        for fault in _faults_of(project, document, [(diagnosis, fix)])
    ]
    titles = ", ".join(fix.title for _, fix in chosen)
    return alone or [f"{titles}: {fault}" for fault in _faults_of(project, document, chosen)]


def _faults_of(project: Project, document: Document, chosen: Sequence[Chosen]) -> Iterator[str]:
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
