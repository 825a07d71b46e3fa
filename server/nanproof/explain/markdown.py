"""Parts that several of the texts have in common which an editor shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nanproof.catalog import Operation
from nanproof.catalog.claim_schema import load_claims
from nanproof.explain.witness import witnesses
from nanproof.findings.wording import quoted
from nanproof.source.place import Reason
from nanproof.source.quoting import code

_NUMBER = r"-?(?:inf|[\d.]+(?:e[+-]?\d+)?)"
_INTERVAL = re.compile(rf"[\[(]{_NUMBER}, {_NUMBER}[\])]")
_FENCE = re.compile("`+")


def bracketed(markdown: str) -> str:
    """Put the intervals of a text into code spans: some editors take `[0, 1]` for a link and hide its brackets."""
    parts, at = [], 0
    for start, end in _code_spans(markdown):
        parts += [_marked(markdown[at:start]), markdown[start:end]]
        at = end
    return "".join((*parts, _marked(markdown[at:])))


def _marked(prose: str) -> str:
    return _INTERVAL.sub(lambda found: code(found[0]), prose)


def _code_spans(markdown: str) -> Iterator[tuple[int, int]]:
    """Yield where code spans begin and end: each closes at the next run of as many backquotes."""
    fences = list(_FENCE.finditer(markdown))
    closing: list[int | None] = [None] * len(fences)
    following: dict[int, int] = {}
    for index in reversed(range(len(fences))):
        length = len(fences[index][0])
        closing[index] = following.get(length)
        following[length] = index
    index = 0
    while index < len(fences):
        closed = closing[index]
        if closed is not None:
            yield fences[index].start(), fences[closed].end()
        index = index + 1 if closed is None else closed + 1


def chain(reasons: Sequence[Reason]) -> str:
    """Return the way of a value, by lines."""
    lines = [
        f"{number}. line {each.place.document.lines.line_at(each.place.span.start) + 1}: "
        f"{quoted(each.place.text)} {each.message}"
        for number, each in enumerate(reasons, 1)
    ]
    return "\n".join(lines)


def tried(operation: Operation) -> str:
    """Return the lines that a person can paste to see an operation fail."""
    return "\n".join(f"- {heading.capitalize()}: {code(line)}" for heading, line in witnesses(load_claims(), operation))
