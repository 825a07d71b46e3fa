"""Many fixes of one text at once, and again, until there is nothing left to apply.

Pure: what is chosen, and how findings come about, is passed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.fixes.fix import Applicability, Fix
from nanproof.source.document import Document
from nanproof.source.span import TextEdit

# A fix can make room for another (a mask inside a mask), seldom twice: more rounds than this would go round in circles.
MOST_ROUNDS = 10

Choose = Callable[[Document], Sequence[Fix]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The text that the fixes leave, and how many of them were applied."""

    document: Document
    applied: int = 0


def to_the_end(document: Document, choose: Choose) -> Outcome:
    """Apply what is chosen until nothing is, within a number of rounds."""
    outcome = Outcome(document)
    for _ in range(MOST_ROUNDS):
        mended = at_once(outcome.document, choose(outcome.document))
        if not mended.applied:
            break
        outcome = Outcome(mended.document, outcome.applied + mended.applied)
    return outcome


def at_once(document: Document, fixes: Sequence[Fix]) -> Outcome:
    """Apply the fixes that do not get in each other's way, and none with which the text does not parse any more."""
    compatible = without_overlap(fixes)
    mended = edited(document, compatible)
    if errors_in(mended) <= errors_in(document):
        return Outcome(mended, len(compatible))
    kept: list[Fix] = []
    for fix in compatible:
        if errors_in(edited(document, [*kept, fix])) <= errors_in(document):
            kept.append(fix)
    return Outcome(edited(document, kept), len(kept))


def edited(document: Document, fixes: Iterable[Fix]) -> Document:
    """Return the text after some fixes that do not overlap; an edit that several of them need is made once."""
    edits = {edit for fix in fixes for edit in fix.edits}
    return document.changed(sorted(edits, reverse=True)) if edits else document


def without_overlap(fixes: Iterable[Fix]) -> list[Fix]:
    """Return the fixes that can be applied together, the first of those that cannot."""
    taken: set[TextEdit] = set()
    chosen: list[Fix] = []
    for fix in fixes:
        new = set(fix.edits) - taken
        if not any(_overlap(edit, other) for edit in new for other in taken):
            taken |= new
            chosen.append(fix)
    return chosen


def _overlap(one: TextEdit, other: TextEdit) -> bool:
    """Say whether two edits touch the same text; of two at one place nobody can say which comes first."""
    if one.span.start == other.span.start:
        return True
    return one.span.start < other.span.end and other.span.start < one.span.end


def best_of(fixes: Iterable[Fix], *, unsafe: bool = False) -> Fix | None:
    """Return the fix to apply without asking: the preferred one, or else the first that may be applied."""
    allowed = {Applicability.SAFE, Applicability.UNSAFE} if unsafe else {Applicability.SAFE}
    applicable = [fix for fix in fixes if fix.applicability in allowed and fix.edits and not fix.suppresses]
    return next((fix for fix in applicable if fix.preferred), None) or next(iter(applicable), None)


def errors_in(document: Document) -> int:
    """Count the nodes that the parser could make no sense of."""
    waiting: list[Node] = [document.tree.root_node]
    count = 0
    while waiting:
        node = waiting.pop()
        count += node.is_error or node.is_missing
        if node.has_error:
            waiting += node.children
    return count
