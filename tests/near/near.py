"""What changes in what is told where a literate case is changed a little, as lines of a text.

A case shows one side of a condition more often than both. Here stand its neighbours (`edits.py`), one of each kind, and
what is told of them that is not told of the case, and the reverse: findings, how safe each of their fixes is with a
digest of what they write, and the values that are inferred. No sentences: those stand in the cases.

    python -m tests.near.near          writes `near.txt` anew; read what changed in it
    python -m tests.near.near NAME     shows the neighbours of a case, with the messages
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from nanproof.analysis import Diagnosis, Project
from nanproof.explain.revelation import revealed
from nanproof.source.document import Document
from tests.infer.inferred import CASES, made_at, names, nodes_of
from tests.literate.annotations import read_case
from tests.literate.observations import document_of, project_of
from tests.near.edits import Edit, neighbours

FILE = Path(__file__).with_name("near.txt")
# Whole programs are long, and what is inferred in them is written down as it is.
_WHOLE = "programs/"


def cases() -> list[str]:
    """Return the names of the cases whose neighbours are looked at."""
    return [each for each in names() if not each.startswith(_WHOLE)]


def lines(name: str) -> Iterator[str]:
    """Yield what changes in each neighbour of a case, in the order of the kinds."""
    case = read_case(CASES / f"{name}.py")
    document, project = document_of(case), project_of(case)
    before = Counter(_told(project, document))
    for edit, neighbour in _of(document):
        after = Counter(_told(project, neighbour))
        gone, new = list((before - after).elements()), list((after - before).elements())
        again = {what for what, _ in new}
        told = [*(f"no {what}" for what, _ in gone if what not in again), *(f"{what} {how}" for what, how in new)]
        yield f"{name} {edit.shown(document.text.encode())}: {'; '.join(told) or 'the same'}"


def read() -> list[str]:
    """Return the lines of the file."""
    return FILE.read_text(encoding="utf-8").split("\n")[:-1]


def _of(document: Document) -> Iterator[tuple[Edit, Document]]:
    source = document.text.encode()
    for edit in neighbours(document):
        neighbour = Document.from_text(document.path, edit.applied(source).decode(errors="replace"))
        if not neighbour.tree.root_node.has_error:
            yield edit, neighbour


def _told(project: Project, document: Document) -> Iterator[tuple[str, str]]:
    """Yield each finding and each value: of what it is told, and what."""
    for diagnosis in project.diagnose(document):
        yield _finding(document, diagnosis)
    engine = project._engine(document)
    for node in nodes_of(document.tree.root_node):
        for what, value in made_at(node):
            yield what, f"is {revealed(engine, document, value).value}".replace(str(CASES), "")


def _finding(document: Document, diagnosis: Diagnosis) -> tuple[str, str]:
    finding = diagnosis.finding
    repairs = [each for each in diagnosis.fixes if each.edits and not each.suppresses]
    written = "\f".join(edit.text for each in repairs for edit in each.edits)
    digest = hashlib.sha256(written.encode()).hexdigest()[:4] if repairs else "no fix"
    offered = [each.applicability.value for each in repairs]
    operation = " ".join(document.slice(finding.span).split())
    return f"{finding.code} {operation}", " ".join([finding.severity.value, *offered, digest])


def main(*asked: str) -> None:
    """Write the file, or show some cases."""
    if not asked:
        FILE.write_text("".join(f"{line}\n" for name in cases() for line in lines(name)), encoding="utf-8")
    for name in asked:
        case = read_case(CASES / f"{name}.py")
        document = document_of(case)
        print(document.text)
        for edit, neighbour in _of(document):
            print(f"\n{edit.kind}: {edit.shown(document.text.encode())}")
            for diagnosis in project_of(case).diagnose(neighbour):
                line = neighbour.text.encode()[: diagnosis.finding.span.start].count(b"\n") + 1
                print(f"  {line}: {diagnosis.finding.code} {diagnosis.finding.message}")


if __name__ == "__main__":
    main(*sys.argv[1:])
