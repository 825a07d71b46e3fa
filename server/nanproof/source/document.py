"""A text at one moment: bytes, lines and tree, none of which ever changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import tree_sitter_python
from tree_sitter import Language, Parser, Tree

from nanproof.source.digest import digest_of
from nanproof.source.lines import LineTable
from nanproof.source.parsing import Sound, parsed
from nanproof.source.recovery import without_open_brackets
from nanproof.source.span import Span, TextEdit

PYTHON = Language(tree_sitter_python.language())

_WORD = re.compile(rb"\w+")
_LONE_CARRIAGE_RETURN = re.compile(rb"\r(?!\n)")


@dataclass(frozen=True)
class Document:
    """An immutable text. Its truth is `data`: UTF-8, in which lone surrogates may stand (editors send them).

    Bytes that are no UTF-8 at all do no harm: offsets, lines and tree are of the bytes.
    """

    path: str
    data: bytes
    # The latest text before this one that has no syntax errors: what the parser reuses.
    _before: Sound | None = field(default=None, compare=False, repr=False)

    @classmethod
    def from_text(cls, path: str, text: str) -> Document:
        """Make a document of a text."""
        return cls(path, encode(text))

    @cached_property
    def text(self) -> str:
        """The text as characters; bytes that are no UTF-8 show as U+FFFD."""
        return decode(self.data)

    @cached_property
    def lines(self) -> LineTable:
        """The line table."""
        return LineTable(self.data)

    @cached_property
    def digest(self) -> str:
        """The digest of the bytes."""
        return digest_of(self.data)

    @cached_property
    def words(self) -> frozenset[bytes]:
        """All words of the text: what is not among them need not be looked for."""
        return frozenset(_WORD.findall(self.data))

    @cached_property
    def tree(self) -> Tree:
        """The syntax tree, which broken code has too: one without the statements whose brackets are still open.

        Parsed when first asked for. It depends on the text alone, not on the edits that led to it. The parser promises
        that only for code without errors: how it recovers from one depends on what it could reuse, so then nothing is
        reused. Even then it broke its promise once in 1.2 million random edits, and read a line that ends with a comma
        as the beginning of the assignment below it (benchmarks/fuzz.py).
        """
        return self._parsed[0]

    @property
    def left_out(self) -> tuple[Span, ...]:
        """The statements that the tree lacks: their brackets are still open."""
        return self._parsed[1]

    @property
    def has_error(self) -> bool:
        """Whether the text is no Python."""
        return self.tree.root_node.has_error or bool(self.left_out)

    @cached_property
    def _parsed(self) -> tuple[Tree, tuple[Span, ...], Sound | None]:
        """The tree, the statements that are left out of it, and what a later text can reuse."""
        parser, source = Parser(PYTHON), _as_grammar_reads(self.data)
        tree = parsed(parser, source) if self._before is None else self._followed(parser, source)
        if tree is not None and not tree.root_node.has_error:
            return tree, (), Sound(source, self.lines, tree)
        closed, left_out = without_open_brackets(source)
        if left_out:
            tree = self._followed(parser, closed)
        if tree is None:
            tree = parsed(parser, closed)
        is_sound = not tree.root_node.has_error
        return tree, left_out, Sound(closed, self.lines, tree) if is_sound else self._before

    def _followed(self, parser: Parser, source: bytes) -> Tree | None:
        """Return the tree of a text made from what was known before, None where there is nothing, or an error."""
        tree = self._before.followed(parser, source, self.lines) if self._before is not None else None
        return tree if tree is not None and not tree.root_node.has_error else None

    def slice(self, span: Span) -> str:
        """Return the text of a span."""
        return decode(self.data[span.start : span.end])

    def spliced(self, edits: Sequence[TextEdit]) -> Document:
        """Return the document after edits of its own text, of which each stands before the last. Nothing is reused."""
        return Document(self.path, _spliced(self.data, edits))

    def changed(self, edits: Sequence[TextEdit]) -> Document:
        """Return the document after some edits, each of which means the text that the one before it left.

        When this document was parsed, the parse of the new one costs only what changed.
        """
        data = self.data
        for edit in edits:
            start = max(0, min(edit.span.start, len(data)))
            end = max(start, min(edit.span.end, len(data)))
            data = data[:start] + encode(edit.text) + data[end:]
        parsed_before = self.__dict__.get("_parsed")
        return Document(self.path, data, parsed_before[2] if parsed_before is not None else self._before)


def _spliced(data: bytes, edits: Sequence[TextEdit]) -> bytes:
    """Return a text after edits of which each stands before the last."""
    kept: list[bytes] = []
    end = len(data)
    for edit in edits:
        kept += [data[edit.span.end : end], encode(edit.text)]
        end = edit.span.start
    return b"".join([data[:end], *reversed(kept)])


def encode(text: str) -> bytes:
    """Encode a text as documents hold it."""
    return text.encode("utf-8", "surrogatepass")


def decode(data: bytes) -> str:
    """Decode bytes as documents hold them; what is no UTF-8 becomes U+FFFD."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def _as_grammar_reads(data: bytes) -> bytes:
    """Write a lone carriage return as a line feed: it ends a line for Python but not for the grammar."""
    return _LONE_CARRIAGE_RETURN.sub(b"\n", data) if b"\r" in data else data
