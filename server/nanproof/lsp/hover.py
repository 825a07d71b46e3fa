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
    """Take the marks out of Markdown, for clients that would show them as they stand; source code stays as it is."""
    return _MARKS.sub(_without_marks, markdown)


def _without_marks(mark: re.Match[str]) -> str:
    match mark.lastgroup:
        case "code":
            source = mark["code"]
            return source[1:-1] if source[0] == source[-1] == " " and source.strip(" ") else source
        case "url":
            return f"{plain(mark['label'])} ({mark['url']})"
        case "bold" | "slanted":
            return plain(mark[mark.lastgroup])
        case "block":
            return mark["block"]
        case _:
            return ""


_MARKS = re.compile(
    r"^ *```[^`\n]*\n(?P<block>(?:.*\n)*?) *```(?:\n|\Z)"
    r"|(?<!`)(?P<fence>`+)(?!`)(?P<code>.+?)(?<!`)(?P=fence)(?!`)"
    r"|^(?P<heading>\#+)\ +"
    r"|\[(?P<label>[^\[\]\n]+)\]\((?P<url>[^\s()]+)\)"
    r"|\*\*(?P<bold>[^*\n]+)\*\*"
    r"|(?<![\w*])\*(?P<slanted>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])",
    re.MULTILINE,
)
