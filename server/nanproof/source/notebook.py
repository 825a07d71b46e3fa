"""Notebooks: the code cells of a Jupyter file as one program, in the order in which they stand.

What IPython adds to Python is written as Python that does nothing, and no character moves: `%matplotlib inline` is
`0#atplotlib inline`, and a cell for another program, `%%bash`, is comments. The format is nbformat's:
https://nbformat.readthedocs.io/en/latest/format_description.html
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from nanproof.source.document import encode

SUFFIX = ".ipynb"
# Magics of a cell whose other lines are Python all the same.
_STAYS_PYTHON = frozenset({"capture", "debug", "prun", "python", "python3", "time", "timeit"})
_CELL_MAGIC = re.compile(r"\s*%%(\w+)")
# A line for IPython alone: `%magic`, `!command`, `?name`, `name?`.
_LINE_MAGIC = re.compile(r"[ \t]*(?:%%?[A-Za-z_]|!|\?+\s*[A-Za-z_%])|[ \t]*%?[A-Za-z_][\w.]*\?+[ \t]*$")
# `files = !ls` and `seconds = %timeit -o f()`.
_ASSIGNED_MAGIC = re.compile(r"[ \t]*[A-Za-z_][\w., \t]*=[ \t]*(?=!|%[A-Za-z_])")
# A string that nothing closes ends with its line.
_TOKEN = re.compile(r"'''|\"\"\"|'(?:[^'\\]|\\.)*'?|\"(?:[^\"\\]|\\.)*\"?|#.*|[()\[\]{}]|\\$")


@dataclass(frozen=True, slots=True)
class Cell:
    """A code cell: its number among the code cells, from 1, and the line of the program it begins on, from 0.

    `source` is what the notebook's file holds, `text` the lines of the program that it is.
    """

    number: int
    first: int
    source: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Notebook:
    """The program that a notebook's code cells are, and where each of them stands in it."""

    cells: tuple[Cell, ...]

    @property
    def text(self) -> str:
        """The program."""
        return "".join(cell.text for cell in self.cells)

    @property
    def borders(self) -> tuple[int, ...]:
        """The offsets in bytes at which the second cell and those behind it begin in the program."""
        ends = accumulate(len(encode(cell.text)) for cell in self.cells)
        return tuple(ends)[:-1]

    def cell_at(self, line: int) -> Cell:
        """Return the cell that a line of the program stands in, from 0."""
        return self.cells[bisect_right(self.cells, line, key=lambda cell: cell.first) - 1]


def notebook(data: str) -> Notebook | str:
    """Read a notebook's file; where it is none, or in another language, return the reason as words for people."""
    try:
        held = json.loads(data)
    except (ValueError, RecursionError):
        return "this is not a notebook: its text is not JSON"
    sources = _sources(held)
    if sources is None:
        return "this is not a notebook: it holds no list of cells"
    language = _language(held)
    if language not in ("", "python"):
        return f"this notebook is in {language}, and not in Python"
    return program_of(sources)


def program_of(sources: Iterable[str]) -> Notebook:
    """Return the program that code cells with some sources are, in their order."""
    cells, line = list[Cell](), 0
    for number, source in enumerate(sources, 1):
        text = as_python(source.replace("\r\n", "\n").replace("\r", "\n"))
        text = text if text.endswith("\n") else f"{text}\n"
        cells.append(Cell(number, line, source, text))
        line += text.count("\n")
    return Notebook(tuple(cells) or (Cell(1, 0),))


def is_of_another_language(source: str) -> bool:
    """Say whether a cell is for another program, as `%%bash` makes it."""
    magic = _CELL_MAGIC.match(source)
    return magic is not None and magic[1] not in _STAYS_PYTHON


def begins_with_a_magic(source: str) -> bool:
    """Say whether a cell is read by a magic, which must stand at its beginning."""
    return _CELL_MAGIC.match(source) is not None


def as_python(source: str) -> str:
    """Return the source of a cell in which what only IPython reads is Python that does nothing, nothing moved."""
    if is_of_another_language(source):
        return "\n".join(map(_commented, source.split("\n")))
    lines, before, is_magic = list[str](), _Before(), False
    for line in source.split("\n"):
        neutral = _neutral(line) if before.is_complete else line
        # `!pip install a \`, and what goes on below.
        written = _commented(line) if is_magic else neutral
        is_magic = (is_magic or written != line) and line.endswith("\\")
        before = _after(line, before) if written == line else before
        lines.append(written)
    return "\n".join(lines)


def _commented(line: str) -> str:
    return f"#{line[1:]}" if line else ""


def _neutral(line: str) -> str:
    assigned = _ASSIGNED_MAGIC.match(line)
    if assigned is None and _LINE_MAGIC.match(line) is None:
        return line
    at = assigned.end() if assigned is not None else len(line) - len(line.lstrip())
    return f"{line[:at]}0#{line[at + 2 :]}" if len(line) > at + 1 else f"{line[:at]}0"


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before a line: brackets that are open, the quotes of an open string, a backslash."""

    depth: int = 0
    quotes: str = ""
    goes_on: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether a statement begins with the next line."""
        return not (self.depth or self.quotes or self.goes_on)


def _after(line: str, before: _Before) -> _Before:
    depth, quotes, goes_on, at = before.depth, before.quotes, False, 0
    while True:
        if quotes:
            closing = line.find(quotes, at)
            if closing < 0:
                return _Before(depth, quotes)
            at, quotes = closing + len(quotes), ""
        token = _TOKEN.search(line, at)
        if token is None:
            return _Before(depth, quotes, goes_on)
        written, at = token[0], token.end()
        if written in ("'''", '"""'):
            quotes = written
        elif written in ("(", "[", "{"):
            depth += 1
        elif written in (")", "]", "}"):
            depth = max(depth - 1, 0)
        goes_on = written == "\\"


def _sources(held: object) -> list[str] | None:
    if not isinstance(held, dict):
        return None
    sheets = held.get("worksheets")  # as version 3 has it
    first = sheets[0] if isinstance(sheets, list) and sheets else None
    cells = held.get("cells", first.get("cells") if isinstance(first, dict) else None)
    if not isinstance(cells, list):
        return None
    code = [each for each in cells if isinstance(each, dict) and each.get("cell_type") == "code"]
    return [_joined(each.get("source", each.get("input"))) for each in code]


def _joined(source: object) -> str:
    if isinstance(source, list):
        return "".join(each for each in source if isinstance(each, str))
    return source if isinstance(source, str) else ""


def _language(held: object) -> str:
    metadata = held.get("metadata") if isinstance(held, dict) else None
    for of in ("language_info", "kernelspec"):
        told = metadata.get(of) if isinstance(metadata, dict) else None
        name = told.get("name" if of == "language_info" else "language") if isinstance(told, dict) else None
        if isinstance(name, str):
            return name.lower()
    return ""
