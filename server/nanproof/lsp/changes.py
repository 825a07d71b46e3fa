"""A client's changes applied to a text, or the sign that it changed another text than this one.

A column beyond the end of its line is legal and means the end; so is the line just behind the last one, which editors
name when they mean the end of the text, and any end of a change that begins with the text: it replaces all of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol import types

from nanproof.lsp.encoding import to_offset, to_span
from nanproof.source.document import Document
from nanproof.source.lines import LineTable
from nanproof.source.positions import Encoding
from nanproof.source.span import TextEdit

Changes = Sequence[types.TextDocumentContentChangeEvent]


def applied(path: str, document: Document | str, changes: Changes, encoding: Encoding) -> Document | str:
    """Return the text after some changes, each to the text that the one before it left, or say why none is known.

    What is given for a document may be such a reason, too: a whole text ends it.
    """
    if isinstance(document, Document) and len(changes) > 1:
        spliced = _at_once(document, changes, encoding)
        if spliced is not None:
            return spliced
    for change in changes:
        if not isinstance(change, types.TextDocumentContentChangePartial):
            document = Document.from_text(path, change.text)
        elif isinstance(document, Document):
            document = _changed(document, change, encoding)
    return document


def _at_once(document: Document, changes: Changes, encoding: Encoding) -> Document | None:
    """Return the text after changes of which each stands before the last, as editors send what they replace everywhere.

    All their places are then those of the text before; thousands cost hardly more than one. None where it is otherwise.
    """
    edits: list[TextEdit] = []
    following = len(document.data) + 1
    for change in changes:
        if not isinstance(change, types.TextDocumentContentChangePartial):
            return None
        if _impossible(change.range, document.lines, encoding) is not None:
            return None
        span = to_span(change.range, document.lines, encoding)
        if span.end >= following:
            return None
        edits.append(TextEdit(span, change.text))
        following = span.start
    return document.spliced(edits)


def holds_whole_text(changes: Changes) -> bool:
    """Say whether the text after some changes does not depend on the one before them."""
    return not all(isinstance(change, types.TextDocumentContentChangePartial) for change in changes)


def _changed(document: Document, change: types.TextDocumentContentChangePartial, encoding: Encoding) -> Document | str:
    wrong = _impossible(change.range, document.lines, encoding)
    if wrong is not None:
        return wrong
    return document.changed([TextEdit(to_span(change.range, document.lines, encoding), change.text)])


def _impossible(stretch: types.Range, lines: LineTable, encoding: Encoding) -> str | None:
    """Say what about a range cannot be, None of one that a client may send for this text."""
    start, end = stretch.start, stretch.end
    if (end.line, end.character) < (start.line, start.character):
        return "a change ends before it begins"
    begins = (start.line, start.character) == (0, 0)
    last = start.line if begins else end.line
    if last > lines.count:
        return f"a change reaches to line {last + 1}, and the text that nanproof knows has {lines.count}"
    if any(_is_inside_character(position, lines, encoding) for position in (start, end)):
        return "a change begins or ends inside a character"
    return None


def _is_inside_character(position: types.Position, lines: LineTable, encoding: Encoding) -> bool:
    if position.line >= lines.count:
        return False
    offset = to_offset(position, lines, encoding)
    return offset < lines.end(position.line) and lines.position(offset, encoding).column != position.character
