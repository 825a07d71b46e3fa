r"""What a text is, written down a second time and as simply as can be: characters, and where lines and columns are.

It shares nothing with `nanproof.source`, which holds bytes and counts in tables. Lines end at `\n`, `\r\n` and a lone
`\r`; a column counts the units that the characters before it take in an encoding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ENCODINGS = ("utf-8", "utf-16", "utf-32")
_UNIT = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
_LINE_END = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Edit:
    """The replacement of some characters of a text, counted from 0."""

    start: int
    stop: int
    text: str


def edited(text: str, edit: Edit) -> str:
    """Return a text after an edit."""
    return text[: edit.start] + edit.text + text[edit.stop :]


def units(text: str, encoding: str) -> int:
    """Count the units that a text takes in an encoding."""
    codec, size = _UNIT[encoding]
    return len(text.encode(codec, "surrogatepass")) // size


def lines_of(text: str) -> list[tuple[int, int]]:
    """Return where each line begins and ends, in characters and without what ends it."""
    found, start = [], 0
    for match in _LINE_END.finditer(text):
        found.append((start, match.start()))
        start = match.end()
    return [*found, (start, len(text))]


def settled(text: str, index: int) -> int:
    """Return the place that a position can name: none lies between the two halves of a line end."""
    return index - 1 if text[max(index - 1, 0) : index + 1] == "\r\n" else index


def position_of(text: str, lines: list[tuple[int, int]], index: int, encoding: str) -> tuple[int, int]:
    """Return line and column of a character."""
    line = next(number for number in reversed(range(len(lines))) if lines[number][0] <= index)
    start, end = lines[line]
    return line, units(text[start : min(index, end)], encoding)


def index_of(text: str, lines: list[tuple[int, int]], line: int, column: int, encoding: str) -> int:
    """Return the character that a position means, however far outside of the text it lies."""
    if line < 0:
        return 0
    if line >= len(lines):
        return len(text)
    start, end = lines[line]
    index = start
    while index < end and units(text[start : index + 1], encoding) <= column:
        index += 1
    return index


def difference(before: str, after: str) -> Edit:
    """Return the one edit that leads from a text to another."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    stop = 0
    while stop < min(len(before), len(after)) - start and before[-1 - stop] == after[-1 - stop]:
        stop += 1
    return Edit(start, len(before) - stop, after[start : len(after) - stop])
