r"""Where the lines of a text begin and end, and the way from bytes to an editor's positions and back.

Only `\n`, `\r\n` and a lone `\r` end a line, for LSP as for Python. `bytes.splitlines` splits at just these;
`str.splitlines` also at form feeds and U+2028, which moves every position behind one: it is not used anywhere.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from nanproof.source.positions import Encoding, Position, character_start


class LineTable:
    """The lines of one text, given as UTF-8 bytes."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._starts = [0, *accumulate(map(len, text.splitlines(keepends=True)))]
        if text and not text.endswith((b"\n", b"\r")):
            self._starts.pop()  # the end of a last line that nothing ends

    @property
    def count(self) -> int:
        """The number of lines; a text that ends in a line end has an empty last one."""
        return len(self._starts)

    def line_at(self, offset: int) -> int:
        """Return the line that holds a byte offset; beyond the text it is the first or the last one."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def start(self, line: int) -> int:
        """Return the offset of the line's first byte."""
        if line < 0:
            return 0
        if line >= len(self._starts):
            return len(self._text)
        return self._starts[line]

    def end(self, line: int) -> int:
        """Return the offset just behind the line's last byte, without its line end."""
        start, stop = self.start(line), self.start(line + 1)
        if self._text[stop - 1 : stop] == b"\n" and stop > start:
            stop -= 1
        if self._text[stop - 1 : stop] == b"\r" and stop > start:
            stop -= 1
        return stop

    def position(self, offset: int, encoding: Encoding) -> Position:
        """Return the position of a byte offset, moved back if inside a character or a line end."""
        line = self.line_at(offset)
        start = self.start(line)
        offset = character_start(self._text, max(start, min(offset, self.end(line))), start)
        return Position(line, encoding.units(self._text[start:offset]))

    def offset(self, position: Position, encoding: Encoding) -> int:
        """Return the byte offset of a position.

        A column behind the line's end means the end, a line behind the text's end means its end, and a
        column inside a character means the character's start.
        """
        if position.line < 0:
            return 0
        if position.line >= self.count:
            return len(self._text)
        start, end = self.start(position.line), self.end(position.line)
        column = max(position.column, 0)
        if encoding is Encoding.UTF8:
            return character_start(self._text, min(start + column, end), start)
        line = self._text[start:end]
        if line.isascii():
            return min(start + column, end)
        prefixes = range(len(line) + 1)
        return start + bisect_right(prefixes, column, key=lambda stop: encoding.units(line[:stop])) - 1
