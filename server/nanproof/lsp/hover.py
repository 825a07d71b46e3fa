"""What is known of the operation under the cursor, in the markup that the client shows."""

from __future__ import annotations

import re
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
    return _EMPHASIS.sub(r"\2", text)


_FENCE = re.compile(r"^ *```.*\n?", re.MULTILINE)
_HEADING = re.compile(r"^#+ +", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]+)\]\((\S+?)\)")
_EMPHASIS = re.compile(r"(`+|\*\*)(.+?)\1")
