"""What is known of the operation under the cursor, in the markup that the client shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lsprotocol import types

from nanproof.lsp.client import Client
from nanproof.lsp.encoding import to_range
from nanproof.lsp.wire import Described


def to_hover(
    described: Described, client: Client, told: Iterable[types.Diagnostic], position: types.Position
) -> types.Hover:
    """Convert a description; of what the client shows itself above it, as is told at a position, only the rest."""
    is_told = any(each.code == described.code and each.range.start <= position <= each.range.end for each in told)
    return types.Hover(marked(described.rest if is_told else described.markdown, client), to_range(described.stretch))


def marked(markdown: str, client: Client) -> types.MarkupContent:
    """Return a text in the markup that the client shows."""
    markup = client.hover_markup
    return types.MarkupContent(markup, markdown if markup is types.MarkupKind.Markdown else plain(markdown))


def plain(markdown: str) -> str:
    """Take the marks out of Markdown, for clients that would show them as they stand; source code stays as it is."""
    written: list[str] = []
    fence = ""
    for line in markdown.split("\n"):
        mark = _FENCE.match(line)
        if fence and mark is not None and len(mark[1]) >= len(fence) and not line[mark.end() :].strip():
            fence = ""
        elif fence:
            written.append(line)
        elif mark is not None:
            fence = mark[1]
        else:
            written.append(_plain_line(line))
    return "\n".join(written)


def _plain_line(line: str) -> str:
    """Take the marks out of one line: what stands in its code spans is put aside meanwhile."""
    spans: list[str] = []
    prose: list[str] = []
    at = 0
    for start, end, width in _code_spans(line):
        prose += [line[at:start].replace(_ASIDE, ""), _ASIDE]
        source = line[start + width : end - width]
        spans.append(source[1:-1] if source[:1] == source[-1:] == " " and source.strip(" ") else source)
        at = end
    text = "".join((*prose, line[at:].replace(_ASIDE, "")))
    text = _HEADING.sub("", text)
    text = _LINK.sub(r"\1 (\2)", text)
    text = _SLANTED.sub(r"\1", _BOLD.sub(r"\1", text))
    kept = iter(spans)
    return "".join(next(kept, "") if each == _ASIDE else each for each in _PARTS.split(text))


def _code_spans(line: str) -> Iterator[tuple[int, int, int]]:
    """Yield where code spans begin and end, and how many backticks stand on either side."""
    runs = list(_BACKTICKS.finditer(line))
    partner: dict[int, int] = {}
    following: dict[int, int] = {}
    for index in reversed(range(len(runs))):
        width = len(runs[index][0])
        if width in following:
            partner[index] = following[width]
        following[width] = index
    index = 0
    while index < len(runs):
        closing = partner.get(index)
        if closing is not None:
            yield runs[index].start(), runs[closing].end(), len(runs[index][0])
        index = index + 1 if closing is None else closing + 1


_ASIDE = "\0"
_PARTS = re.compile(r"(\0)")
_FENCE = re.compile(r" *(`{3,})")
_BACKTICKS = re.compile(r"`+")
_HEADING = re.compile(r"\A#+ +")
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^\s()\[\]]+)\)")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_SLANTED = re.compile(r"(?<![\w*])\*([^\s*](?:[^*]*[^\s*])?)\*(?![\w*])")
