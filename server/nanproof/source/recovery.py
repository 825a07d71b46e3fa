"""Statements with a bracket that is still open, as they stand in an editor while a line is typed.

An open bracket hides from the parser whatever follows, to the end of the text. A keyword that begins a statement at the
beginning of a line stands in no bracket: what is open there was never closed. Left out is the statement in which it was
opened, as far as it is indented, so that all else is read as if that were typed already. It depends on the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nanproof.source.span import Span

_STATEMENT = (
    rb"assert|async +def|break|class|continue|def|del|elif|except|finally|global|import|nonlocal|pass|raise|return|try"
    rb"|while|with"
)
_TOKEN = re.compile(
    rb"(?P<text>\"\"\"(?:[^\"\\]|\\.|\"(?!\"\"))*(?:\"\"\"|\Z)|'''(?:[^'\\]|\\.|'(?!''))*(?:'''|\Z)"
    rb"|\"(?:[^\"\\\n]|\\.)*\"?|'(?:[^'\\\n]|\\.)*'?|\#[^\n]*)"
    rb"|(?P<opening>[(\[{])|(?P<closing>[)\]}])"
    rb"|(?P<statement>^[ \t]*(?:" + _STATEMENT + rb")\b)",
    re.MULTILINE | re.DOTALL,
)
_LINE = re.compile(rb"[^\n]*\n?")
_INDENTED = re.compile(rb"([ \t]*)(?=[^\s#)\]}])")
_VISIBLE = re.compile(rb"[^\r\n]")


def without_open_brackets(source: bytes) -> tuple[bytes, tuple[Span, ...]]:
    """Return a text with blanks in place of the statements whose brackets stay open, and where these stand."""
    statements = tuple(_open_statements(source))
    parts: list[bytes] = []
    at = 0
    for each in statements:
        parts += [source[at : each.start], _VISIBLE.sub(b" ", source[each.start : each.end])]
        at = each.end
    return b"".join((*parts, source[at:])), statements


def _open_statements(source: bytes) -> Iterator[Span]:
    """Yield the statements in which a bracket stays open, in their order."""
    opened: list[int] = []
    for token in _TOKEN.finditer(source):
        match token.lastgroup:
            case "opening":
                opened.append(token.start())
            case "closing" if opened:
                opened.pop()
            case "statement" if opened:
                yield _statement(source, opened[0], token.start())
                opened.clear()
            case _:
                pass
    if opened:
        yield _statement(source, opened[0], len(source))


def _statement(source: bytes, opened: int, end: int) -> Span:
    """Return the lines from the one with a bracket to the next that is indented no deeper, or to an end before it."""
    start = source.rfind(b"\n", 0, opened) + 1
    indented = _INDENTED.match(source, start)
    depth = len(indented[1]) if indented is not None else 0
    for line in _LINE.finditer(source, start, end):
        following = _INDENTED.match(source, line.start())
        if line.start() > start and following is not None and len(following[1]) <= depth:
            return Span(start, line.start())
    return Span(start, end)
