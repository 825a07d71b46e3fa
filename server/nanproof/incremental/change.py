"""What changed between two versions of a text, in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from nanproof.names.bindings import Bindings
from nanproof.names.exports import Export, exported
from nanproof.names.pieces import Piece
from nanproof.source.span import Span


@dataclass(frozen=True)
class Change:
    """Two versions of a text, of which the first `head` and the last `tail` pieces are the same.

    One edit changes one place, and so does undoing it: what lies between counts as changed as a whole.
    """

    before: Bindings
    after: Bindings
    head: int
    tail: int

    @classmethod
    def between(cls, before: Bindings, after: Bindings) -> Change:
        """Compare two versions."""
        one, other = before.pieces, after.pieces
        head = _agreeing(zip(one, other, strict=False))
        tail = _agreeing(zip(reversed(one), reversed(other), strict=False))
        return cls(before, after, head, min(tail, len(one) - head, len(other) - head))

    @cached_property
    def exports(self) -> tuple[Export, ...]:
        """What the changed pieces gave to the others before, and give now."""
        versions = (self.before, self.after)
        return tuple(exported(version, piece) for version in versions for piece in self._changed_in(version))

    def _changed_in(self, version: Bindings) -> tuple[Piece, ...]:
        return version.pieces[self.head : len(version.pieces) - self.tail]

    def finds_as_before(self, pattern: re.Pattern[bytes], found: bytes | None) -> bool:
        """Say whether the first match of a pattern is the one that was found in the version before."""
        if found is None:
            return all(pattern.search(piece.data) is None for piece in self._changed_in(self.after))
        match = self.after.search(pattern)
        return match is not None and match[0] == found

    def finds_all_as_before(self, pattern: re.Pattern[bytes], found: tuple[bytes, ...]) -> bool:
        """Say whether a pattern matches what it matched in the version before, as often and in the same order."""
        return self.after.search_all(pattern) == found

    @property
    def _longer(self) -> int:
        return len(self.after.pieces) - len(self.before.pieces)

    @property
    def has_line_ends(self) -> bool:
        """Say whether lines end otherwise than before."""
        return self.before.line_end != self.after.line_end

    def piece_now(self, index: int) -> int | None:
        """Return where a piece of the version before stands now, None where it changed."""
        if index < self.head:
            return index
        return index + self._longer if index >= len(self.before.pieces) - self.tail else None

    def piece_before(self, index: int) -> int | None:
        """Return where a piece of the version after stood before, None where it changed."""
        if index < self.head:
            return index
        return index - self._longer if index >= len(self.after.pieces) - self.tail else None

    def moved(self, span: Span) -> Span | None:
        """Return where a stretch of the version before lies now, None where its piece changed."""
        index = self.before.piece_at(span.start)
        now = self.piece_now(index) if index >= 0 else None
        if now is None or span.end > self.before.pieces[index].end:
            return None
        distance = self.after.pieces[now].start - self.before.pieces[index].start
        moved = Span(span.start + distance, span.end + distance)
        return moved if moved.end <= self.after.pieces[now].end else None


def _agreeing(pairs: Iterable[tuple[Piece, Piece]]) -> int:
    count = 0
    for one, other in pairs:
        if not one.is_sound or one != other:
            break
        count += 1
    return count
