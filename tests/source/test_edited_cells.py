"""What becomes of the cells of a notebook when its program is edited."""

import json

import pytest

from nanproof.source.edited_cells import UnwritableCellError, edited_cells, with_edit
from nanproof.source.notebook import Notebook, notebook, program_of
from nanproof.source.span import Span, TextEdit


def book(*sources: str) -> Notebook:
    found = notebook(json.dumps({"cells": [{"cell_type": "code", "source": each} for each in sources]}))
    assert isinstance(found, Notebook)
    return found


def edited(notebook: Notebook, *edits: tuple[str, str]) -> dict[int, str]:
    """Edit a program from its end; what is written where a cell begins belongs to the one before it."""
    program, borders = notebook.text, list(notebook.borders)
    for old, new in edits:
        at = program.index(old)
        program = program[:at] + new + program[at + len(old) :]
        grown = len(new.encode()) - len(old.encode())
        borders = [border + grown * (border >= len(program[:at].encode()) + len(old.encode())) for border in borders]
    return edited_cells(notebook, program, borders)


def test_only_the_cell_of_an_edit_changes() -> None:
    found = edited(book("a = 'é'", "%ls\nb\nc", "d\n"), ("b", "x\nyy"))
    assert found == {2: "%ls\nx\nyy\nc"}


def test_a_source_ends_as_it_did() -> None:
    two = book("a\nb", "c\n")
    assert edited(two, ("b", "x")) == {1: "a\nx"}
    assert edited(two, ("c", "x")) == {2: "x\n"}


def test_lines_end_as_the_others_do() -> None:
    assert edited(book("a\r\nb\r\nc"), ("b", "x\ny")) == {1: "a\r\nx\r\ny\r\nc"}


def test_a_magic_of_a_cell_stays_at_its_beginning() -> None:
    assert edited(book("%%time\na"), ("0#time", "import b\n0#time")) == {1: "%%time\nimport b\na"}


def test_what_is_written_behind_a_cell_for_another_program_goes_into_the_next() -> None:
    behind = book("%%bash\nls", "b\n")
    start = behind.borders[0]
    longer = f"{behind.text[:start]}import b\n{behind.text[start:]}"
    assert edited_cells(behind, longer, [start + len("import b\n")]) == {2: "import b\nb\n"}


def test_what_is_written_behind_the_last_cell_for_another_program_cannot_be() -> None:
    with pytest.raises(UnwritableCellError):
        edited_cells(book("a", "%%bash\nls"), "a\n#%bash\n#s\nimport b\n", [2])


@pytest.mark.parametrize(("old", "new"), [("0#s", "x"), ("0#s\n", ""), ("#%bash", "x")])
def test_what_ipython_reads_does_not_change(old: str, new: str) -> None:
    with pytest.raises(UnwritableCellError):
        edited(book("!ls\na", "%%bash\nls", "b"), (old, new))


def test_lines_of_an_old_macintosh_are_not_written() -> None:
    with pytest.raises(UnwritableCellError):
        edited(book("a\rb"), ("b", "c"))


def one_edit(book: Notebook, old: str, new: str) -> dict[int, str]:
    start = book.text.encode().index(old.encode())
    return with_edit(book, TextEdit(Span(start, start + len(old.encode())), new))


def test_one_edit_is_made_in_the_cell_that_it_stands_in() -> None:
    assert one_edit(book("é\n%ls", "b = 😀 + c", "d"), "c", "x") == {2: "b = 😀 + x"}


@pytest.mark.parametrize(
    ("sources", "changed"),
    [
        (("a", "b"), {1: "a\nimport c"}),
        (("a\n", "%%time\nb"), {1: "a\nimport c\n"}),
        (("%%bash\nls", "b"), {2: "import c\nb"}),
        (("%%bash\nls", "%%time\nb"), {2: "%%time\nimport c\nb"}),
    ],
)
def test_what_is_put_between_two_cells_belongs_to_the_first(sources: tuple[str, ...], changed: dict[int, str]) -> None:
    found = program_of(sources)
    border = found.borders[0]
    assert with_edit(found, TextEdit(Span(border, border), "import c\n")) == changed


@pytest.mark.parametrize("old", ["a\nb", "a\nb\n", "0#s"])
def test_an_edit_goes_across_no_border_and_changes_no_command(old: str) -> None:
    with pytest.raises(UnwritableCellError):
        one_edit(book("a", "b\n!ls"), old, "x")
