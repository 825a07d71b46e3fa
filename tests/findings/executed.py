"""What is told and offered of the programs that the oracle executes, as lines of a text, without executing them.

The oracle proves that what is offered is right, and needs the frameworks. Here every change of it is seen, in
seconds: `executed.txt` holds, for each program, each finding with its place, how safe each of its fixes is, in their
order, and a digest of the texts that they leave. No sentences: those stand in the literate cases.

    python -m tests.findings.executed          writes the file anew; read what changed in it
    python -m tests.findings.executed NAME     shows a program, its findings and what its fixes leave
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Container, Iterator
from itertools import chain, count, product
from pathlib import Path

from nanproof.analysis import Diagnosis, Project
from nanproof.fixes.applied import edited
from nanproof.source.document import Document
from tests.names.project import Files
from tests.oracle import fix_programs, mutation_programs, rebound_programs, whole_programs
from tests.oracle.dressed import programs as dressed
from tests.oracle.dressed.faults import FRAMEWORKS

FILE = Path(__file__).with_name("executed.txt")
# One of so many programs: chosen by its name, so that another program changes no choice.
_DRESSED, _WAYS = 11, 13


def groups() -> dict[str, dict[str, str]]:
    """Return the sources of the programs by name, in groups of those that belong together."""
    made: dict[str, dict[str, str]] = {}
    for group, name, source in (*_dressed(), *_ways(), *_single()):
        made.setdefault(group, {})[_unlike(name.replace("\n", ";"), made.get(group, {}))] = source
    return made


def told(source: str) -> str:
    """Write what is found in a program, and what is offered for it, in one line."""
    document = Document.from_text("a.py", source)
    return "; ".join(_told(document, each) for each in _diagnosed(document)) or "nothing"


def read() -> dict[str, str]:
    """Return what the file says of each program."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return dict(line.rpartition(": ")[::2] for line in lines if line)


def _diagnosed(document: Document) -> tuple[Diagnosis, ...]:
    return Project(None, Files({})).diagnose(document)


def _dressed() -> Iterator[tuple[str, str, str]]:
    for framework in FRAMEWORKS:
        for program in dressed.programs(framework):
            if _is_chosen(str(program), _DRESSED):
                yield str(program.fault), str(program), program.source


def _ways() -> Iterator[tuple[str, str, str]]:
    for way, framework in product((*rebound_programs.WAYS, *mutation_programs.MUTATIONS), FRAMEWORKS):
        for program in rebound_programs.programs(framework, way):
            if _is_chosen(str(program), _WAYS):
                yield way.name, str(program), program.source


def _single() -> Iterator[tuple[str, str, str]]:
    for whole in whole_programs.PROGRAMS:
        yield f"{whole.framework}-whole", str(whole), whole.source
    for program in fix_programs.PROGRAMS:
        yield f"{program.framework}-one-line", str(program), program.source


def _is_chosen(name: str, of: int) -> bool:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % of == 0


def _unlike(name: str, others: Container[str]) -> str:
    names = (f"{name} ({number})" for number in count(2))
    return next(each for each in chain([name], names) if each not in others)


def _told(document: Document, diagnosis: Diagnosis) -> str:
    finding = diagnosis.finding
    before = document.text.encode()[: finding.span.start].decode()
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    repairs = [each for each in diagnosis.fixes if each.edits and not each.suppresses]
    after = "\f".join(edited(document, [each]).text for each in repairs)
    digest = hashlib.sha256(after.encode()).hexdigest()[:6] if repairs else "no fix"
    offered = [f"{each.applicability.value}{'' if each.preferred else ' (beside)'}" for each in repairs]
    return " ".join([finding.code, finding.severity.value, f"{line}:{column}", *offered, digest])


def main(*names: str) -> None:
    """Write the file, or show some programs."""
    every = {name: source for group in groups().values() for name, source in group.items()}
    if not names:
        FILE.write_text("".join(f"{name}: {told(source)}\n" for name, source in every.items()), encoding="utf-8")
    for name in names:
        print(f"{every[name]}\n{told(every[name])}")
        document = Document.from_text("a.py", every[name])
        for diagnosis in _diagnosed(document):
            print(f"\n{diagnosis.finding.code} {diagnosis.finding.message}")
            for fix in diagnosis.fixes:
                print(f"\n{fix.title}\n{edited(document, [fix]).text}")


if __name__ == "__main__":
    main(*sys.argv[1:])
