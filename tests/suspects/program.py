"""Small projects of several files, written to a folder, and what a search finds in them."""

from __future__ import annotations

from pathlib import Path

from nanproof.analysis import Project
from nanproof.source.document import Document
from nanproof.source.reader import DiskReader
from nanproof.suspects.reach import Reach
from nanproof.suspects.search import Entry, reached, search
from nanproof.suspects.suspect import Looked, Suspect


def written(folder: Path, files: dict[str, str]) -> Project:
    """Write a project's files, and open it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Project(str(folder), DiskReader(), is_still=True)


def entry(folder: Path, name: str = "train.py", function: str = "") -> Entry:
    """Return a file as what a search starts from."""
    path = folder / name
    return Entry(Document.from_text(str(path), path.read_text(encoding="utf-8")), function)


def titles(folder: Path, files: dict[str, str], function: str = "") -> set[str]:
    """Return the functions that `train.py`, or one function of it, reaches."""
    return {unit.title for unit in _reached(folder, files, function).units.values() if unit.name}


def _reached(folder: Path, files: dict[str, str], function: str) -> Reach:
    project = written(folder, files)
    return reached(project, [entry(folder, function=function)])[0]


def looked(folder: Path, files: dict[str, str], function: str = "") -> Looked:
    """Return what a search from `train.py` finds."""
    project = written(folder, files)
    return search(project, [entry(folder, function=function)], lambda: None)


def line_of(suspect: Suspect) -> str:
    """Return the line that a suspect stands on, without its indent."""
    lines = suspect.document.lines
    row = lines.line_at(suspect.finding.span.start)
    return suspect.document.data[lines.start(row) : lines.end(row)].decode().strip()


def way_of(suspect: Suspect) -> list[str]:
    """Return what is said of each step to the loss."""
    return [step.message for step in suspect.way]
