"""Parts that several of the texts have in common which an editor shows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nanproof.catalog import Operation
from nanproof.catalog.claim_schema import load_claims
from nanproof.explain.witness import witnesses
from nanproof.findings.wording import quoted
from nanproof.source.place import Reason
from nanproof.source.quoting import code

_NUMBER = r"-?(?:inf|[\d.]+(?:e[+-]?\d+)?)"
# Some editors take `[0, 1]` for a link and hide its brackets. What is in a code span is passed over.
_INTERVAL = re.compile(rf"(`+)[\s\S]*?(?<!`)\1(?!`)|[\[(]{_NUMBER}, {_NUMBER}[\])]")


def bracketed(markdown: str) -> str:
    """Put the intervals of a text into code spans."""
    return _INTERVAL.sub(lambda found: found[0] if found[1] else code(found[0]), markdown)


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
