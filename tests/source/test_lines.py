"""The line table and its positions, against a model that walks the text one character at a time."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from nanproof.source.document import encode
from nanproof.source.lines import LineTable
from nanproof.source.positions import Encoding, Position
from tests.source.text_strategies import encodings, texts


def width(character: str, encoding: Encoding) -> int:
    """Count the units of one character by really encoding it."""
    unit = {Encoding.UTF8: 1, Encoding.UTF16: 2, Encoding.UTF32: 4}[encoding]
    codec = {Encoding.UTF8: "utf-8", Encoding.UTF16: "utf-16-le", Encoding.UTF32: "utf-32-le"}[encoding]
    return len(character.encode(codec, "surrogatepass")) // unit


def walk(text: str, encoding: Encoding) -> list[tuple[int, Position, bool]]:
    """List every character boundary: its byte offset, its position, whether a line end is split by it."""
    boundaries = [(0, Position(0, 0), False)]
    offset, line, column = 0, 0, 0
    for index, character in enumerate(text):
        inside_line_end = character == "\r" and text[index + 1 : index + 2] == "\n"
        offset += len(encode(character))
        if character == "\n" or (character == "\r" and not inside_line_end):
            line, column = line + 1, 0
        elif not inside_line_end:
            column += width(character, encoding)
        boundaries.append((offset, Position(line, column), inside_line_end))
    return boundaries


@given(texts, encodings)
@example("\x0ctf.log(p)\r\n\x0b😀e\u0301\u2028x\r\ry\n", Encoding.UTF16)
def test_positions_agree_with_a_walk_over_the_text(text: str, encoding: Encoding) -> None:
    table = LineTable(encode(text))
    for offset, position, inside_line_end in walk(text, encoding):
        assert table.position(offset, encoding) == position
        if not inside_line_end:
            assert table.offset(position, encoding) == offset


@given(texts)
def test_lines_are_what_stands_between_line_ends(text: str) -> None:
    data = encode(text)
    table = LineTable(data)
    lines = [data[table.start(line) : table.end(line)] for line in range(table.count)]
    assert lines == data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    assert [table.line_at(table.start(line)) for line in range(table.count)] == list(range(table.count))


@given(texts, encodings, st.integers(-3, 40), st.integers(-3, 60))
def test_any_position_lands_on_the_nearest_character_before_it(
    text: str, encoding: Encoding, line: int, column: int
) -> None:
    last = text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    offset = LineTable(encode(text)).offset(Position(line, column), encoding)
    if line < 0:
        assert offset == 0
    elif line > last:
        assert offset == len(encode(text))
    else:
        before = [
            start
            for start, position, inside_line_end in walk(text, encoding)
            if position.line == line and position.column <= max(column, 0) and not inside_line_end
        ] or [0]
        line_end = LineTable(encode(text)).end(line)
        assert offset == min(max(before), line_end)


@given(st.binary(max_size=40), st.integers(-5, 60), encodings)
def test_bytes_that_are_no_text_do_no_harm(data: bytes, offset: int, encoding: Encoding) -> None:
    table = LineTable(data)
    position = table.position(offset, encoding)
    assert 0 <= table.offset(position, encoding) <= len(data)
    assert 0 <= position.line < table.count


def test_a_column_inside_a_surrogate_pair_means_the_emoji() -> None:
    table = LineTable(encode("a😀b"))
    assert table.offset(Position(0, 2), Encoding.UTF16) == 1
    assert table.offset(Position(0, 3), Encoding.UTF16) == 5
    assert table.offset(Position(0, 3), Encoding.UTF8) == 1


def test_a_form_feed_ends_no_line() -> None:
    table = LineTable(b"a\x0cb\x0bc\nd")
    assert table.count == 2
    assert table.position(8, Encoding.UTF16) == Position(1, 1)
    assert table.end(0) == 5
