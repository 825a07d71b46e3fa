"""What changed between two versions of a text, in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from nanproof.names.bindings import Bindings
from nanproof.names.pieces import Owner, Piece
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
    def _changed(self) -> tuple[tuple[Bindings, Piece], ...]:
        return tuple(
            (bindings, piece)
            for bindings in (self.before, self.after)
            for piece in bindings.pieces[self.head : len(bindings.pieces) - self.tail]
        )

    @cached_property
    def bound(self) -> frozenset[bytes]:
        """The words that changed pieces may bind, or may have bound, in the module."""
        return frozenset[bytes]().union(*(piece.bound for _, piece in self._changed))

    @cached_property
    def members(self) -> frozenset[tuple[Owner, bytes]]:
        """The methods that changed, with their class."""
        return frozenset(
            (piece.owner, piece.function.encode())
            for _, piece in self._changed
            if piece.owner is not None and piece.function is not None
        )

    @cached_property
    def called(self) -> frozenset[bytes]:
        """The words that may be called in changed pieces, before or after."""
        return frozenset[bytes]().union(*(piece.called for _, piece in self._changed))

    @cached_property
    def attributes(self) -> frozenset[str]:
        """The names of the attributes that changed pieces bind, or bound."""
        return frozenset[str]().union(*(bindings.attributes_bound_in(piece) for bindings, piece in self._changed))

    @cached_property
    def words(self) -> frozenset[bytes]:
        """The words of the changed pieces, before and after."""
        return frozenset[bytes]().union(*(piece.words for _, piece in self._changed))

    @cached_property
    def owners(self) -> frozenset[Owner]:
        """The classes in whose body a statement changed, or whose head did."""
        return frozenset(piece.owner for piece in self._statements if piece.owner is not None)

    @cached_property
    def has_statements(self) -> bool:
        """Say whether anything changed outside of functions."""
        return bool(self._statements)

    @cached_property
    def has_imports(self) -> bool:
        """Say whether an import changed outside of functions: any name may now mean something else."""
        return any(b"import" in piece.data for piece in self._statements)

    @property
    def _statements(self) -> list[Piece]:
        return [piece for _, piece in self._changed if piece.function is None]

    def finds_as_before(self, pattern: re.Pattern[bytes], found: bytes | None) -> bool:
        """Say whether the first match of a pattern is the one that was found in the version before."""
        if found is None:
            here = self.after.pieces[self.head : len(self.after.pieces) - self.tail]
            return all(pattern.search(piece.data) is None for piece in here)
        match = self.after.search(pattern)
        return match is not None and match[0] == found

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
