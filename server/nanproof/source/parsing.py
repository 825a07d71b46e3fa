"""Parsing that can be ended: the parser is C, and takes minutes over some texts (100,000 continued lines).

The parser asks for the text in parts. Between them Python runs, so a signal is heard, but what its handler raises there
is lost: the parser goes on. So whoever wants to end it says so to the feed, which has no more text from then on.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import FrameType

from tree_sitter import Parser, Tree

from nanproof.source.common_ends import agreeing_at_end, agreeing_at_start
from nanproof.source.lines import LineTable

BYTES_AT_ONCE = 16_384


# Below both, no text has been seen that takes the parser a second.
MOST_BACKSLASHES = 1_000
MOST_BYTES = 500_000


class Interrupted(BaseException):
    """Raised in the midst of some work, between any two of its instructions, when its budget is spent or nobody waits.

    No `Exception`: whoever handles what can go wrong in the work must not take it for that. What the work was about to
    change for others is to be changed in one step at its end, or made good by who comes next.
    """


class Feed:
    """A text as the parser asks for it, until it `is_ended`."""

    def __init__(self, source: bytes) -> None:
        self.is_ended = False
        self._source = source

    def read(self, offset: int, _: object) -> bytes:
        """Return what stands at an offset, as much as is given at once."""
        return b"" if self.is_ended else self._source[offset : offset + BYTES_AT_ONCE]


def may_take_long(source: bytes) -> bool:
    """Say whether the parser may be busy with a text for so long that it must be possible to end it.

    A tree that was fed keeps no text of its own: each node asks the feed for its text, a hundred times slower.
    """
    return len(source) > MOST_BYTES or source.count(b"\\") > MOST_BACKSLASHES


def parsed(parser: Parser, source: bytes, edited: Tree | None = None) -> Tree:
    """Return the tree of a text; `edited` is that of an earlier one, told of what changed. Raises Interrupted."""
    if not may_take_long(source):
        return parser.parse(source, edited) if edited is not None else parser.parse(source)
    feed = Feed(source)
    tree = parser.parse(feed.read, edited) if edited is not None else parser.parse(feed.read)
    if feed.is_ended:
        raise Interrupted
    return tree


@dataclass(frozen=True, slots=True)
class Sound:
    """A text without syntax errors, its lines, and its tree: what the tree of a later text is made from."""

    source: bytes
    lines: LineTable
    tree: Tree

    def followed(self, parser: Parser, source: bytes, lines: LineTable) -> Tree:
        """Return the tree of a later text, whose parse costs only what changed. Raises Interrupted.

        Of a text without errors it is the one that a parse of all makes; of others it may be another.
        """
        shorter = min(len(self.source), len(source))
        start = agreeing_at_start(self.source, source, shorter)
        same = agreeing_at_end(self.source, source, shorter - start)
        old_end, new_end = len(self.source) - same, len(source) - same
        tree = self.tree.copy()
        tree.edit(
            start_byte=start,
            old_end_byte=old_end,
            new_end_byte=new_end,
            start_point=_point(self.lines, start),
            old_end_point=_point(self.lines, old_end),
            new_end_point=_point(lines, new_end),
        )
        return parsed(parser, source, tree)


def _point(lines: LineTable, offset: int) -> tuple[int, int]:
    line = lines.line_at(offset)
    return line, offset - lines.start(line)


def feed_that_reads(frame: FrameType | None) -> Feed | None:
    """Return the feed that is asked for text in a frame, None where another function runs."""
    if frame is None or frame.f_code is not Feed.read.__code__:
        return None
    feed = frame.f_locals.get("self")
    return feed if isinstance(feed, Feed) else None
