"""What is known of the operation under the cursor, in the markup that the client shows."""

from __future__ import annotations

import re

from lsprotocol import types

from nanproof.lsp.client import Client
from nanproof.lsp.encoding import to_range
from nanproof.lsp.wire import Described


def to_hover(described: Described, client: Client) -> types.Hover:
    """Convert a description."""
    markup = client.hover_markup
    text = described.markdown if markup is types.MarkupKind.Markdown else plain(described.markdown)
    return types.Hover(types.MarkupContent(markup, text), to_range(described.stretch))


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
