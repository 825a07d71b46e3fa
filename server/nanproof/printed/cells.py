"""Source lines as a terminal shows them: which cells a stretch of characters takes up."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

TAB_STOP = 4
_LONGEST = 200
_BEFORE_THE_MARK = 60
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Shown:
    """A line that is safe to print, and the characters of the source that it was made from."""

    text: str
    first: int
    _pieces: tuple[str, ...]

    def covers(self, column: int) -> bool:
        """Say whether the character at a column (from 0) is shown, or stands at the shown end."""
        return self.first <= column <= self.first + len(self._pieces)

    def cells(self, start: int, end: int) -> tuple[int, int]:
        """Return how many cells stand before the characters from `start` to `end`, and how many they take."""
        before = _width("".join(self._pieces[: start - self.first]))
        through = _width("".join(self._pieces[: max(end - self.first, 0)]))
        return before, max(through - before, 1)


def shown(line: str, around: int = 0) -> Shown:
    """Make a line fit to print; a very long one only around a column.

    Tabs become spaces, control characters their pictures; what could turn the writing direction round or
    cannot be encoded is replaced: a source file must not be able to steer the terminal.
    """
    first = max(around - _BEFORE_THE_MARK, 0) if len(line) > _LONGEST else 0
    pieces: list[str] = ["…"] if first else []
    column = len(pieces)
    for character in line[first + len(pieces) : first + _LONGEST]:
        piece = " " * (TAB_STOP - column % TAB_STOP) if character == "\t" else _printable(character)
        column += len(piece) if piece.isascii() else _width(piece)
        pieces.append(piece)
    rest = "…" if first + _LONGEST < len(line) else ""
    return Shown("".join(pieces) + rest, first, tuple(pieces))


def printable(text: str) -> str:
    """Make a text that quotes a source file fit to print on one line."""
    return "".join(" " if character.isspace() else _printable(character) for character in text)


def neutral(line: str) -> str:
    """Make a line fit for a terminal that is to show it whole, with its tabs."""
    return "".join(character if character == "\t" else _printable(character) for character in line)


def _printable(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if character.isprintable() or character == "\N{ZERO WIDTH JOINER}":
        return character
    return " " if unicodedata.category(character) == "Zs" else _REPLACEMENT


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth  # 50 ms to import, which lines in ASCII need not pay

    return max(wcswidth(text), 0)
