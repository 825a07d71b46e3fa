"""The first line of a message: it stands alone, and is short enough for an editor that shows it behind the code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from tree_sitter import Node

from nanproof.names.syntax import text
from nanproof.source.quoting import abridged, code

LONGEST_LINE = 110
LONGEST_QUOTE = 60
# What a quotation is given at least before a shorter wording is taken, and what is left to it in the shortest one.
_READABLE = 24
_LEAST = 8


@dataclass(frozen=True, slots=True)
class Source:
    """Source code in a sentence, which is shortened where the line would become too long."""

    text: str


Words: TypeAlias = tuple[str | Source, ...]


def source_of(node: Node) -> Source:
    """Return an expression as a sentence quotes it."""
    return Source(text(node))


def line(*wordings: Words) -> str:
    """Return the first of several wordings that fits on a line with its source code readable, or else the last."""
    *fuller, shortest = wordings
    for words in fuller:
        quotes = [len(code(abridged(each.text, _READABLE))) for each in words if isinstance(each, Source)]
        if sum(quotes) <= _room(words):
            return _filled(words)
    return _filled(shortest)


def _room(words: Words) -> int:
    """Return how much of a line is left to the source code."""
    return LONGEST_LINE - sum(len(each) for each in words if isinstance(each, str))


def _filled(words: Words) -> str:
    """Return a wording with its source code, which shares the room: what is short leaves its part to what is long."""
    sources = sorted((each for each in words if isinstance(each, Source)), key=lambda each: len(each.text))
    room, quoted = _room(words), dict[Source, str]()
    for left, source in zip(range(len(sources), 0, -1), sources, strict=True):
        longest = min(max(room // left, _LEAST), LONGEST_QUOTE)
        quoted[source] = _fitting(source.text, longest)
        room -= len(quoted[source])
    return "".join(quoted[each] if isinstance(each, Source) else each for each in words)


def _fitting(source: str, longest: int) -> str:
    """Return source code in backquotes that is not longer, backquotes and all."""
    whole = abridged(source, longest)
    quoted = code(whole)
    return quoted if len(quoted) <= longest else code(abridged(source, longest - len(quoted) + len(whole)))
