"""`nanproof reveal FILE:LINE[:COLUMN]`: what nanproof thinks of an expression, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nanproof.cli.configured import ConfigurationError, Configurations
from nanproof.cli.output import complain, say
from nanproof.cli.processes import OnDisk
from nanproof.explain.revelation import Revelation
from nanproof.files.loading import load
from nanproof.files.paths import absolute
from nanproof.files.problem import Problem
from nanproof.files.roots import root_of
from nanproof.printed.cells import printable
from nanproof.printed.paths import friendly
from nanproof.printed.text import counted
from nanproof.source.document import Document
from nanproof.source.notebook import Notebook
from nanproof.source.positions import Encoding, Position
from nanproof.watchdog import limits_of, watchdog

_PLACE = re.compile(r"(?P<path>.+?)(?::cell (?P<cell>\d+))?:(?P<row>\d+)(?::(?P<column>\d+))?")


@dataclass(frozen=True, slots=True)
class Asked:
    """A place as people write it: rows, columns and the cells of a notebook count from 1."""

    path: str
    row: int
    column: int | None = None
    cell: int | None = None


def reveal(asked: str, named: str = "", *, isolated: bool = False) -> int:
    """Print what is known of the expression at a place, or of all on a line; return the exit code."""
    try:
        return _reveal(asked, Configurations(file=named, isolated=isolated))
    except ConfigurationError as error:
        complain(str(error))
        return 2


def _reveal(asked: str, configurations: Configurations) -> int:
    place = _place(asked)
    if place is None:
        complain(
            f"{asked!r} names no line; write FILE:LINE or FILE:LINE:COLUMN, as in train.py:48 or train.py:48:12,"
            " and of a notebook its cell, as in book.ipynb:cell 3:2:12"
        )
        return 2
    path = absolute(place.path)
    source = load(path)
    if isinstance(source, Problem):
        complain(f"{friendly(path)}: {source.sentence}")
        return 2
    document = Document.from_text(path, source.text)
    line = _line(place, document, source.notebook)
    if isinstance(line, str):
        complain(f"{friendly(path)} {line}")
        return 2
    configuration = configurations.of(path)
    limits = limits_of(configuration)
    project = OnDisk(configuration.preferences)(root_of(path))

    def work() -> tuple[Revelation, ...]:
        if place.column is None:
            return project.reveal_line(document, line)
        return project.reveal(document, document.lines.offset(Position(line, place.column - 1), Encoding.UTF32))

    found = watchdog().budget(limits).attempt(work)
    if found is None:
        complain(f"stopped after {limits.seconds:g} s of computing what stands at {asked}")
        return 2
    if not found:
        complain(f"there is no expression at {asked}")
        return 2
    say("".join(_written(document, source.notebook, each) for each in found))
    return 0


def _place(asked: str) -> Asked | None:
    """Read `FILE:LINE`, `FILE:LINE:COLUMN` or `FILE:cell 3:LINE`; the file's name may hold colons, as on Windows."""
    found = _PLACE.fullmatch(asked)
    if found is None:
        return None
    row, column, cell = (int(found[name]) if found[name] else None for name in ("row", "column", "cell"))
    return Asked(found["path"], row, column, cell) if row and column != 0 else None


def _line(place: Asked, document: Document, notebook: Notebook | None) -> int | str:
    """Return the line of a place in a document, from 0, or say why there is none."""
    if notebook is None:
        return place.row - 1 if place.row <= document.lines.count else _no_line(document.lines.count, place.row)
    if place.cell is None:
        return "is a notebook: write the cell as well, as in book.ipynb:cell 3:2:12"
    cell = next((each for each in notebook.cells if each.number == place.cell), None)
    if cell is None:
        return f"has {len(notebook.cells)} code cells, so there is no cell {place.cell}"
    lines = cell.text.count("\n")
    return cell.first + place.row - 1 if place.row <= lines else f"{_no_line(lines, place.row)} in cell {place.cell}"


def _no_line(count: int, asked: int) -> str:
    return f"has {counted(count, 'line')}, so there is no line {asked}"


def _written(document: Document, notebook: Notebook | None, revelation: Revelation) -> str:
    where = document.lines.position(revelation.span.start, Encoding.UTF32)
    lines = [
        f"{_where(document, notebook, where.line)}:{where.column + 1} {printable(revelation.text)}",
        f"  {printable(revelation.value)}",
    ]
    for reason in revelation.reasons:
        place = reason.place
        book = notebook if place.document.path == document.path else None
        line = place.document.lines.line_at(place.span.start)
        story = printable(f"{' '.join(place.text.split())}: {reason.message}")
        lines.append(f"    {_where(place.document, book, line)} {story}")
    return "\n".join(lines) + "\n"


def _where(document: Document, notebook: Notebook | None, line: int) -> str:
    """Return a file and a line of it, or a cell of it and a line of that, as people read it."""
    if notebook is None:
        return f"{friendly(document.path)}:{line + 1}"
    cell = notebook.cell_at(line)
    return f"{friendly(document.path)}:cell {cell.number}:{line - cell.first + 1}"
