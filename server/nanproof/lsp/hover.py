"""What is known of the operation under the cursor, in the markup that the client shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lsprotocol import types

from nanproof.lsp.client import Client
from nanproof.lsp.encoding import to_range
from nanproof.source.lines import LineTable

if TYPE_CHECKING:
    from nanproof.analysis import Description


def to_hover(description: Description, lines: LineTable, client: Client) -> types.Hover:
    """Convert a description."""
    markup = client.hover_markup
    text = description.markdown if markup is types.MarkupKind.Markdown else plain(description.markdown)
    stretch = to_range(description.span, lines, client.encoding)
    return types.Hover(types.MarkupContent(markup, text), stretch)


def plain(markdown: str) -> str:
    """Take the marks out of Markdown, for clients that would show them as they stand."""
    text = _FENCE.sub("", markdown)
    text = _HEADING.sub("", text)
    text = _LINK.sub(r"\1 (\2)", text)
    return _without_emphasis(text)


def _without_emphasis(text: str) -> str:
    """Take away pairs of equal marks around a stretch of one line, and leave what is in it as it stands."""
    marks = list(_MARK.finditer(text))
    written, at = [], 0
    index, partners = 0, _partners([mark[0] for mark in marks])
    while index < len(marks):
        opening, partner = marks[index], partners[index]
        if partner is None or opening.end() == marks[partner].start():
            index += 1
            continue
        closing = marks[partner]
        written += [text[at : opening.start()], text[opening.end() : closing.start()]]
        at, index = closing.end(), partner + 1
    return "".join((*written, text[at:]))


def _partners(marks: Sequence[str]) -> list[int | None]:
    """Return for each mark the next one of the line that is spelt so."""
    partners: list[int | None] = [None] * len(marks)
    following: dict[str, int] = {}
    for index in reversed(range(len(marks))):
        if marks[index] == "\n":
            following = {}
            continue
        partners[index] = following.get(marks[index])
        following[marks[index]] = index
    return partners


_FENCE = re.compile(r"^ *```.*\n?", re.MULTILINE)
_HEADING = re.compile(r"^#+ +", re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^\s)\[]+)\)")
_MARK = re.compile(r"`+|\*\*|\n")
