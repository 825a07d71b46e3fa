"""From the paths of a log, which may be those of another machine, to the project's files and their lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nanproof.source.document import Document, decode
from nanproof.source.notebook import SUFFIX as NOTEBOOK
from nanproof.source.notebook import Cell, Notebook
from nanproof.traces.frames import is_installed
from nanproof.traces.report import LogFrame

# A cell of a notebook, whose file has no name: IPython's, Jupyter's kernel, Databricks', Colab's.
_CELL = re.compile(r"<(?:ipython-input|cell|command|timed )|[\\/]ipykernel_\d|[\\/]ipython-input-\d|<stdin>")
_SEPARATORS = re.compile(r"[\\/]+")
_SHORT = "..."  # what TensorFlow puts before the end of a long path


@dataclass(frozen=True, slots=True)
class Text:
    """A file of the project, and the notebook that its text is the program of."""

    document: Document
    notebook: Notebook | None = None

    @property
    def path(self) -> str:
        """Where it stands."""
        return self.document.path


@dataclass(frozen=True, slots=True)
class Matched:
    """A frame of a log and the line of the project, from 0, that it means; it may have `moved` since the log."""

    frame: LogFrame
    text: Text
    line: int
    moved: bool = False


def is_cell(path: str) -> bool:
    """Say whether a path is that of a notebook's cell."""
    return _CELL.search(path) is not None


def candidates(path: str, paths: Iterable[str]) -> list[str]:
    """Return those of some paths that a path of a log may mean, the longest common end first."""
    if is_cell(path):
        return [each for each in paths if each.endswith(NOTEBOOK)]
    wanted = _parts(path)
    if not wanted:
        return []
    # What lies among installed packages is somebody else's, unless more than its name is the project's.
    least = 2 if is_installed(path) else 1
    scored = [(_common(wanted, _parts(each)), each) for each in paths if each.endswith(wanted[-1])]
    return [each for length, each in sorted(scored, key=lambda pair: (-pair[0], pair[1])) if length >= least]


def matched(frame: LogFrame, texts: Sequence[Text]) -> Matched | None:
    """Return the line that a frame means in one of the files that may be its own, the likeliest first."""
    by_path = {each.path: each for each in texts}
    possible = [by_path[each] for each in candidates(frame.path, by_path)]
    if not possible:
        return None
    found = [each for text in possible if (each := _in(frame, text)) is not None]
    if not found:
        return None
    ends = {text.path: _common(_parts(frame.path), _parts(text.path)) for text in possible}
    longest = max(ends.values(), default=0)
    # With the line's source at hand a file that holds it goes before one whose path is longer alike by chance.
    same = [each for each in found if not frame.text or _source(each.text, each.line) == _squeezed(frame.text)]
    if same:
        return same[0]
    if is_cell(frame.path) or is_installed(frame.path):
        return None
    return found[0] if ends[found[0].text.path] == longest else None


def _in(frame: LogFrame, text: Text) -> Matched | None:
    lines = text.document.lines
    source = _squeezed(frame.text)
    if text.notebook is not None:
        return _in_cells(frame, text, text.notebook, source)
    line = frame.line - 1
    if 0 <= line < lines.count and (not source or _source(text, line) == source):
        return Matched(frame, text, line)
    moved = _nearest(text, source, line, range(lines.count)) if source else None
    if moved is not None:
        return Matched(frame, text, moved, moved=True)
    return Matched(frame, text, line, moved=bool(source)) if 0 <= line < lines.count else None


def _in_cells(frame: LogFrame, text: Text, notebook: Notebook, source: str) -> Matched | None:
    """Return a line of a notebook: by its source, as the number of a cell is that of the run."""
    at = [cell.first + frame.line - 1 for cell in notebook.cells if frame.line <= _length(cell)]
    if source:
        here = next((line for line in at if _source(text, line) == source), None)
        if here is not None:
            return Matched(frame, text, here)
        moved = _nearest(text, source, frame.line, range(text.document.lines.count))
        return Matched(frame, text, moved, moved=True) if moved is not None else None
    number = frame.cell or 0
    cell = next((each for each in notebook.cells if each.number == number), None)
    if cell is None or not 0 < frame.line <= _length(cell):
        return None
    return Matched(frame, text, cell.first + frame.line - 1)


def _nearest(text: Text, source: str, line: int, among: range) -> int | None:
    found = [each for each in among if _source(text, each) == source]
    return min(found, key=lambda each: abs(each - line), default=None)


def _length(cell: Cell) -> int:
    return cell.text.count("\n")


def _source(text: Text, line: int) -> str:
    lines = text.document.lines
    return _squeezed(decode(text.document.data[lines.start(line) : lines.end(line)]))


def _squeezed(source: str) -> str:
    return " ".join(source.split("#", 1)[0].split())


def _parts(path: str) -> list[str]:
    parts = [each for each in _SEPARATORS.split(path.strip()) if each not in ("", ".")]
    return parts[1:] if parts and parts[0].startswith(_SHORT) and len(parts) > 1 else parts


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    count = 0
    for one, other in zip(reversed(left), reversed(right), strict=False):
        if one != other and one.casefold() != other.casefold():
            break
        count += 1
    return count
