"""Positions as an editor counts them: a line and a column in code units of one encoding."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Encoding(Enum):
    """The code unit that columns are counted in; the values are the names that LSP uses."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"

    def units(self, text: bytes) -> int:
        """Count the code units that UTF-8 bytes would take in this encoding.

        A character is counted at its lead byte, so a text cut inside a character counts it whole.
        """
        if self is Encoding.UTF8 or text.isascii():
            return len(text)
        characters = len(text.translate(None, _CONTINUATION))
        if self is Encoding.UTF32:
            return characters
        return characters + len(text) - len(text.translate(None, _LEADS_OF_FOUR))


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text: line and column, both counted from 0."""

    line: int
    column: int


_CONTINUATION = bytes(range(0x80, 0xC0))
_LEADS_OF_FOUR = bytes(range(0xF0, 0x100))  # beyond the basic plane: two units in UTF-16


def character_start(text: bytes, offset: int, low: int) -> int:
    """Move an offset that lies inside a character back to its first byte, but not below `low`."""
    while low < offset < len(text) and text[offset] & 0xC0 == 0x80:
        offset -= 1
    return offset
