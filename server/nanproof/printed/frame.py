"""The lines of source that a finding talks about, underlined and labelled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from nanproof.printed.cells import Shown, printable, shown
from nanproof.printed.palette import Palette
from nanproof.printed.record import Record, Stretch


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to underline: the operation with carets, what led to it with dashes."""

    stretch: Stretch
    label: str
    is_operation: bool


def frame(record: Record, palette: Palette) -> Iterator[str]:
    """Yield the lines of a finding's frame: those of its own file first, then those of other files."""
    marks = _marks(record)
    margin = max(len(str(mark.stretch.start.row)) for mark in marks)
    own = _text_of(record.stretch)
    yield palette.paint("margin", f"{'':{margin}} |")
    marks.sort(key=lambda mark: (_text_of(mark.stretch) != own, _text_of(mark.stretch), *_place(mark)))
    for told, group in groupby(marks, key=lambda mark: _text_of(mark.stretch)):
        filename, cell = told
        if filename != own[0]:
            yield palette.paint("margin", f"{'':{margin}} : in {printable(filename)}")
        elif told != own:
            yield palette.paint("margin", f"{'':{margin}} : in cell {cell}")
        yield from _file_lines(group, margin, palette, record)


def _text_of(stretch: Stretch) -> tuple[str, int]:
    """Return the text whose rows a stretch counts: a file, or a cell of a notebook."""
    return stretch.filename, stretch.cell or 0


def _marks(record: Record) -> list[Mark]:
    """Gather what to underline; what is said of the operation itself stands at its carets."""
    said = [step.message for step in record.steps if step.stretch == record.stretch]
    others = [Mark(step.stretch, step.message, False) for step in record.steps if step.stretch != record.stretch]
    return [Mark(record.stretch, "; ".join(said), True), *others]


def _place(mark: Mark) -> tuple[int, bool, int]:
    return mark.stretch.start.row, not mark.is_operation, mark.stretch.start.column


def _file_lines(marks: Iterable[Mark], margin: int, palette: Palette, record: Record) -> Iterator[str]:
    row, line = 0, shown("")
    for mark in marks:
        start = mark.stretch.start
        if start.row != row or not line.covers(start.column - 1):
            row, line = start.row, shown(mark.stretch.line, start.column - 1)
            yield f"{palette.paint('margin', f'{row:{margin}} |')} {line.text}".rstrip()
        yield palette.paint("margin", f"{'':{margin}} |") + " " + _underline(mark, line, palette, record)


def _underline(mark: Mark, line: Shown, palette: Palette, record: Record) -> str:
    stretch = mark.stretch
    is_one_line = stretch.end.row == stretch.start.row
    end = stretch.end.column - 1 if is_one_line else len(stretch.line)
    before, width = line.cells(stretch.start.column - 1, end)
    text = (
        ("^" if mark.is_operation else "-") * width
        + ("" if is_one_line else " ...")
        + f" {printable(mark.label)}".rstrip()
    )
    painted = palette.severity(record.severity, text) if mark.is_operation else palette.paint("reason", text)
    return " " * before + painted
