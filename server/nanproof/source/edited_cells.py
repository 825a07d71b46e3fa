"""The sources of a notebook's cells after its program was edited: what only IPython reads is as it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from nanproof.source.document import decode, encode
from nanproof.source.notebook import Cell, Notebook, begins_with_a_magic, is_of_another_language
from nanproof.source.span import TextEdit


class UnwritableCellError(ValueError):
    """An edit changes a line that the program holds another text of, as of a command for IPython."""


def edited_cells(notebook: Notebook, program: str, borders: Sequence[int]) -> dict[int, str]:
    """Return the sources of the cells that an edited program changes, by the number of the cell.

    The borders are the offsets, in bytes, at which the second cell and those behind it begin in the edited program.
    What was written behind a cell for another program (`%%bash`) belongs to the next cell.

    Raises UnwritableCellError where a line of IPython's own would have to change.
    """
    raw = encode(program)
    texts = [decode(raw[start:end]) for start, end in zip((0, *borders), (*borders, len(raw)), strict=True)]
    found: dict[int, str] = {}
    carried = ""
    for cell, after in zip(notebook.cells, texts, strict=True):
        edited, carried = carried + after, ""
        if is_of_another_language(cell.source) and edited.startswith(cell.text):
            edited, carried = cell.text, edited[len(cell.text) :]
        if edited != cell.text:
            found[cell.number] = _source(cell, edited)
    if carried:
        raise UnwritableCellError
    return found


def with_edit(notebook: Notebook, edit: TextEdit) -> dict[int, str]:
    """Return the source of the cell that one edit of the program changes, by its number; where several are, none is.

    What is put between two cells belongs to the first, as it does when many edits are made at once.

    Raises UnwritableCellError where the edit goes across a border, or changes a line of IPython's own.
    """
    starts = (0, *notebook.borders)
    for index, (cell, start) in enumerate(zip(notebook.cells, starts, strict=True)):
        raw = encode(cell.text)
        if start <= edit.span.start and edit.span.end <= start + len(raw):
            written = raw[: edit.span.start - start] + encode(edit.text) + raw[edit.span.end - start :]
            near = Notebook(notebook.cells[index : index + 2])
            program = decode(written) + "".join(each.text for each in near.cells[1:])
            return edited_cells(near, program, (len(written),) if len(near.cells) > 1 else ())
    raise UnwritableCellError


def _source(cell: Cell, edited: str) -> str:
    """Return the source of a cell whose part of the program changed."""
    written = cell.source.split("\n")
    end = "\r" if len(written) > 1 and written[0].endswith("\r") else ""
    old, new = cell.text.split("\n"), edited.split("\n")
    if not cell.source.endswith("\n"):
        old, new = old[:-1], new[:-1]
    if len(old) != len(written):  # lines that end as those of an old Macintosh
        raise UnwritableCellError
    lines = list(_lines(written, old, new, end))
    if begins_with_a_magic(cell.source) and lines[0] != written[0]:
        lines.remove(written[0])  # what stands above a cell's magic makes it an error of IPython
        lines.insert(0, written[0])
    return "\n".join(lines)


def _lines(written: Sequence[str], old: Sequence[str], new: Sequence[str], end: str) -> Iterator[str]:
    for change, start, stop, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if change == "equal":
            yield from written[start:stop]
            continue
        if [line.removesuffix("\r") for line in written[start:stop]] != old[start:stop]:
            raise UnwritableCellError
        yield from (f"{line}{end}" for line in new[first:last])
