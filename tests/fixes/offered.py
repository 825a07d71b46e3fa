"""What is offered for the programs that the oracle executes, as text: one block for each program.

    python -m tests.fixes.offered

writes it anew. Whoever changes what is offered runs `tests/oracle` first, which executes every repair, and then this;
the difference says what the change does to programs that nobody thought of.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nanproof.analysis import Project
from nanproof.fixes.applied import edited
from nanproof.fixes.fix import Fix
from nanproof.source.document import Document
from tests.names.project import Files
from tests.oracle import fix_programs, whole_programs
from tests.oracle.rebound_programs import FRAMEWORKS, WAYS, programs

FILE = Path(__file__).with_name("offered.txt")
# Each kind of repair meets each way to take a name away, and each framework one of them.
_COMPOSITIONS = {"torch": ("softmax", "log-softmax", "root", "where-later")}
_ELSEWHERE = ("log-softmax",)


@dataclass(frozen=True)
class Block:
    """A program, by the test that it belongs to."""

    group: str
    name: str
    source: str

    def __str__(self) -> str:
        return "\n".join([f"== {self.group}: {self.name}", *_told(self.source)])


def blocks() -> Iterator[Block]:
    """Yield all programs."""
    for framework in FRAMEWORKS:
        wanted = _COMPOSITIONS.get(framework, _ELSEWHERE)
        for way in WAYS:
            for each in programs(framework, way):
                if each.composition.name in wanted:
                    yield Block(f"{framework}-{way.name}", each.composition.name, each.source)
    for number, one in enumerate(fix_programs.PROGRAMS, 1):
        yield Block(f"fixes-{one.framework}", f"{number} {one}", one.source)
    for whole in whole_programs.PROGRAMS:
        yield Block(f"whole-{whole.framework}", str(whole), whole.source)


def _told(source: str) -> Iterator[str]:
    document = Document.from_text("a.py", source)
    for each in Project(None, Files({})).diagnose(document):
        finding = each.finding
        yield f"{document.lines.line_at(finding.span.start) + 1} {finding.code} {finding.severity.value}"
        for fix in each.fixes:
            if not fix.suppresses:
                yield f"  {fix.applicability.value}{', preferred' if fix.preferred else ''}: {fix.title}"
                yield from (f"    {line}" for line in _changes(document, fix))


def _changes(document: Document, fix: Fix) -> Iterator[str]:
    """Yield the numbers of the lines that go, and the lines that come."""
    before, after = document.text.splitlines(), edited(document, [fix]).text.splitlines()
    for what, start, end, first, last in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what != "equal":
            yield " ".join(f"-{number + 1}" for number in range(start, end)) or f"behind {start}"
            yield from (f"+{line}" for line in after[first:last])


if __name__ == "__main__":
    FILE.write_text("\n".join([*map(str, blocks()), ""]), encoding="utf-8")
