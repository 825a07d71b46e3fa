"""Between bytes of a document and positions in the client's units."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types

from nanproof.lsp.wire import Stretch
from nanproof.source.lines import LineTable
from nanproof.source.positions import Encoding, Position
from nanproof.source.span import Span


def negotiate(offered: Iterable[str]) -> Encoding:
    """Choose among the encodings that a client offers: the cheapest for us, UTF-16 when none is known."""
    names = {types.PositionEncodingKind(name).value for name in offered if name in _KNOWN}
    return next((encoding for encoding in Encoding if encoding.value in names), Encoding.UTF16)


_KNOWN = frozenset(encoding.value for encoding in Encoding)


def to_offset(position: types.Position, lines: LineTable, encoding: Encoding) -> int:
    """Return the byte offset of a client's position."""
    return lines.offset(Position(position.line, position.character), encoding)


def to_span(stretch: types.Range, lines: LineTable, encoding: Encoding) -> Span:
    """Return the bytes that a client's range covers."""
    return Span(to_offset(stretch.start, lines, encoding), to_offset(stretch.end, lines, encoding))


def from_range(place: types.Range) -> Stretch:
    """Return a range of the protocol as a stretch."""
    start, end = place.start, place.end
    return Stretch(Position(start.line, start.character), Position(end.line, end.character))


def to_range(stretch: Stretch) -> types.Range:
    """Return a stretch, which is counted as the client counts, in the protocol's words."""
    start, end = stretch.start, stretch.end
    return types.Range(types.Position(start.line, start.column), types.Position(end.line, end.column))
