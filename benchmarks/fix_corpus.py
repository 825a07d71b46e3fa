"""Apply every fix to every finding of some repositories, in memory, and count what holds.

python benchmarks/fix_corpus.py FOLDER... [--level hint] [--diffs FILE] [--faults FILE]

Of each fix that is offered: does the file still parse, is the finding gone when the result is analysed again, is there
a new one? Do all names resolve that did, does an import that was added shadow no name, are the comments, the line ends
and every statement that is not edited as they were (`fixed_text.py`)? And of each file, with all its preferred fixes
applied to the end as `nanproof check --fix` does (once with the safe ones, once with the unsafe ones too): does it
parse, and how many findings are left? Nothing is written but --diffs, one hunk for each fix, to be read, and --faults.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fixed_text import faults_of
from nanproof.analysis import Diagnosis, Project
from nanproof.cli.difference import unified
from nanproof.files.discovery import discover
from nanproof.files.loading import Source, load
from nanproof.files.roots import by_root
from nanproof.findings.finding import Severity
from nanproof.fixes.applied import Proposed, best_of, edited, errors_in, moved, to_the_end
from nanproof.fixes.fix import Fix
from nanproof.source.document import Document
from nanproof.source.reader import DiskReader

_STRENGTH = tuple(Severity)


@dataclass(slots=True)
class Counts:
    """What was counted, by the kind of fix, and by rule where all are applied."""

    findings: Counter[str] = field(default_factory=Counter)
    fixable: Counter[str] = field(default_factory=Counter)
    offered: Counter[str] = field(default_factory=Counter)
    parse: Counter[str] = field(default_factory=Counter)
    gone: Counter[str] = field(default_factory=Counter)
    quiet: Counter[str] = field(default_factory=Counter)
    sound: Counter[str] = field(default_factory=Counter)
    files: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    diffs: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def kind_of(diagnosis: Diagnosis, fix: Fix) -> str:
    """Return rule and kind of a fix: its title up to the colon."""
    return f"{diagnosis.finding.code} {fix.title.partition(':')[0]} ({fix.applicability.value})"


def try_each(
    project: Project, document: Document, found: Sequence[Diagnosis], everything: Sequence[Diagnosis], counts: Counts
) -> None:
    """Apply each fix of each finding for itself; of another level than asked for are the others of `everything`."""
    for diagnosis in found:
        counts.findings[diagnosis.finding.code] += 1
        mends = [fix for fix in diagnosis.fixes if not fix.suppresses]
        counts.fixable[diagnosis.finding.code] += bool(mends)
        for fix in mends:
            kind = kind_of(diagnosis, fix)
            after = edited(document, [fix])
            left = Counter((each.finding.code, each.finding.span.start) for each in project.diagnose(after))
            others = Counter(
                (each.finding.code, moved(each.finding.span.start, fix.edits))
                for each in everything
                if each is not diagnosis
            )
            here = moved(diagnosis.finding.span.start, fix.edits)
            is_gone = (diagnosis.finding.code, here) not in left - others
            parses, is_quiet = errors_in(after) <= errors_in(document), not left - others
            counts.offered[kind] += 1
            counts.parse[kind] += parses
            counts.gone[kind] += is_gone
            counts.quiet[kind] += is_quiet
            unsound = faults_of(document.data, after.data, fix.edits)
            counts.sound[kind] += not unsound
            difference = unified(document.path, document.data, after.data).decode("utf-8", "replace")
            counts.diffs.append(f"# {kind}: {fix.reason}\n{difference}")
            if not (parses and is_gone and is_quiet and not unsound):
                counts.faults.append(
                    f"# {kind}: parses {parses}, gone {is_gone}, new {list(left - others)}, {unsound}\n{difference}"
                )


def try_all(project: Project, document: Document, found: Sequence[Diagnosis], counts: Counts) -> None:
    """Apply all fixes of a file to the end, as the terminal does."""
    for unsafe in (False, True):
        name = "safe and unsafe" if unsafe else "safe"

        def choose(current: Document, unsafe: bool = unsafe) -> list[Proposed]:
            best = ((each.finding, best_of(each.fixes, unsafe=unsafe)) for each in project.diagnose(current))
            return [Proposed(finding.code, finding.span.start, fix) for finding, fix in best if fix is not None]

        outcome = to_the_end(document, choose)
        counts.files[f"{name}: files with findings"] += 1
        counts.files[f"{name}: files that parse as before"] += errors_in(outcome.document) <= errors_in(document)
        counts.files[f"{name}: findings before"] += len(found)
        left = project.diagnose(outcome.document)
        counts.files[f"{name}: findings left"] += len(left)
        counts.left.update(f"{name}: {each.finding.code} {each.finding.severity.value}" for each in left)


def documents(folders: Sequence[str]) -> Iterator[tuple[Project, Document]]:
    """Yield the files of some folders with the project that they belong to."""
    for root, paths in by_root(discover(folders).files).items():
        project = Project(root, DiskReader(), is_still=True, remembers=0)
        for path in paths:
            source = load(path)
            if isinstance(source, Source):
                yield project, Document.from_text(path, source.text)


def report(counts: Counts) -> None:
    print("rule: findings, with a fix")
    for code in sorted(counts.findings):
        print(f"  {code}: {counts.findings[code]}, {counts.fixable[code]}")
    print("kind of fix: offered, file parses, finding gone, nothing new, nothing else changed")
    for kind in sorted(counts.offered):
        numbers = (counts.offered[kind], counts.parse[kind], counts.gone[kind], counts.quiet[kind], counts.sound[kind])
        print(f"  {kind}: {', '.join(map(str, numbers))}")
    total = (counts.offered, counts.parse, counts.gone, counts.quiet, counts.sound)
    print(f"  all: {', '.join(str(each.total()) for each in total)}")
    for name, number in (*counts.files.items(), *sorted(counts.left.items())):
        print(f"  {name}: {number}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--level", choices=[each.value for each in _STRENGTH], default="hint")
    parser.add_argument("--diffs", type=Path)
    parser.add_argument("--faults", type=Path)
    asked = parser.parse_args()
    shown = _STRENGTH[: _STRENGTH.index(Severity(asked.level)) + 1]
    counts = Counts()
    for project, document in documents(asked.folders):
        everything = project.diagnose(document)
        found = [each for each in everything if each.finding.severity in shown]
        if found:
            try_each(project, document, found, everything, counts)
            try_all(project, document, found, counts)
    report(counts)
    for path, texts in ((asked.diffs, counts.diffs), (asked.faults, counts.faults)):
        if path is not None:
            path.write_text("\n".join(texts), encoding="utf-8", errors="backslashreplace")
    return 1 if counts.faults else 0


if __name__ == "__main__":
    sys.exit(main())
