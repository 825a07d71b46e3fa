"""Many fixes of one text at once, and again, until there is nothing left to apply.

Pure: what is chosen, and how findings come about, is passed in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from tree_sitter import Node

from nanproof.findings.finding import Finding
from nanproof.fixes.diagnosis import Diagnosis
from nanproof.fixes.fix import Applicability, Fix
from nanproof.source.document import Document
from nanproof.source.span import TextEdit

# A fix can make room for another (a mask inside a mask), seldom twice: more rounds than this would go round in circles.
MOST_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Proposed:
    """A fix that may be applied, and the finding that it is for: its rule and where it begins."""

    code: str
    start: int
    fix: Fix


Choose = Callable[[Document], Sequence[Proposed]]
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The text that the fixes leave, how many of them were applied, and where the borders of its parts are now."""

    document: Document
    applied: int = 0
    borders: tuple[int, ...] = ()


def to_the_end(document: Document, choose: Choose, borders: tuple[int, ...] = ()) -> Outcome:
    """Apply what is chosen until nothing is, within a number of rounds.

    No edit goes across a border, an offset at which a part begins: a notebook's cell. A fix whose finding is still
    there afterwards is taken back and left out: it would be applied again and again.
    """
    outcome, refused = Outcome(document, borders=borders), set[Key]()
    proposed = choose(document)
    for _ in range(MOST_ROUNDS):
        inside = [each for each in proposed if not _crosses(each.fix, outcome.borders)]
        kept = at_once(outcome.document, [each for each in inside if (each.code, each.start) not in refused])
        if not kept:
            break
        edits = _edits(kept)
        mended = edited(outcome.document, (each.fix for each in kept))
        after = choose(mended)
        stuck = _still_there(kept, proposed, after, edits)
        if stuck:
            refused |= stuck
            continue
        refused = {(code, moved(start, edits)) for code, start in refused}
        borders = tuple(moved(each, edits) for each in outcome.borders)
        outcome, proposed = Outcome(mended, outcome.applied + len(kept), borders), after
    return outcome


def proposals(
    found: Iterable[Diagnosis], is_wanted: Callable[[Finding], bool], *, unsafe: bool = False
) -> list[Proposed]:
    """Return the fix to apply for each finding that is to be mended, where there is one."""
    wanted = (each for each in found if is_wanted(each.finding))
    best = ((each.finding, best_of(each.fixes, unsafe=unsafe)) for each in wanted)
    return [Proposed(finding.code, finding.span.start, fix) for finding, fix in best if fix is not None]


def _crosses(fix: Fix, borders: Sequence[int]) -> bool:
    return any(edit.span.start < border < edit.span.end for edit in fix.edits for border in borders)


def _still_there(
    kept: Sequence[Proposed], before: Sequence[Proposed], after: Sequence[Proposed], edits: Iterable[TextEdit]
) -> set[Key]:
    """Return the findings that as many fixes as were applied did not take away. Nested operations share a beginning."""
    were = Counter((each.code, each.start) for each in before)
    are = Counter((each.code, each.start) for each in after)
    mended = Counter((each.code, each.start) for each in kept)
    return {
        (code, start)
        for (code, start), count in mended.items()
        if sum(are[code, place] for place in places(start, edits)) > were[code, start] - count
    }


def places(start: int, edits: Iterable[TextEdit]) -> set[int]:
    """Return where what begins at an offset may begin afterwards: behind what is written there, or with it."""
    return {moved(start, edits), moved(start, [edit for edit in edits if edit.span.start < start])}


def at_once(document: Document, proposed: Sequence[Proposed]) -> list[Proposed]:
    """Return the fixes that do not get in each other's way, without those that leave a text that does not parse."""
    compatible = without_overlap(proposed)
    if errors_in(edited(document, (each.fix for each in compatible))) <= errors_in(document):
        return compatible
    kept: list[Proposed] = []
    for each in compatible:
        if errors_in(edited(document, (one.fix for one in [*kept, each]))) <= errors_in(document):
            kept.append(each)
    return kept


def moved(offset: int, edits: Iterable[TextEdit]) -> int:
    """Return where an offset comes to stand after some edits of other places."""
    before = [edit for edit in edits if edit.span.end <= offset]
    return offset + sum(len(edit.text.encode()) - (edit.span.end - edit.span.start) for edit in before)


def _edits(proposed: Iterable[Proposed]) -> set[TextEdit]:
    return {edit for each in proposed for edit in each.fix.edits}


def edited(document: Document, fixes: Iterable[Fix]) -> Document:
    """Return the text after some fixes that do not overlap; an edit that several of them need is made once."""
    edits = {edit for fix in fixes for edit in fix.edits}
    return document.changed(sorted(edits, reverse=True)) if edits else document


def without_overlap(proposed: Iterable[Proposed]) -> list[Proposed]:
    """Return the fixes that can be applied together, the first of those that cannot."""
    taken: set[TextEdit] = set()
    named: set[str] = set()
    chosen: list[Proposed] = []
    for each in _needed(list(proposed)):
        new, name = set(each.fix.edits) - taken, each.fix.introduces
        # The second waits for another name.
        is_second = name in named and each.fix.binding in new
        if not is_second and not any(_overlap(edit, other) for edit in new for other in taken):
            taken |= new
            named |= {name} if name else set()
            chosen.append(each)
    return chosen


def _needed(proposed: Sequence[Proposed]) -> list[Proposed]:
    """Leave out the fixes of what another one takes out of the text."""
    removed = sorted(
        (edit.span.start, edit.span.end, number)
        for number, each in enumerate(proposed)
        for edit in each.fix.edits
        if not edit.text
    )
    gone = set[int]()
    for number, each in enumerate(proposed):
        first = (
            bisect_right(removed, min((edit.span.start for edit in each.fix.edits), default=-1), key=itemgetter(0)) - 1
        )
        if first < 0:
            continue
        _, end, by = removed[first]
        if by != number and by not in gone and all(edit.span.end <= end for edit in each.fix.edits):
            gone.add(number)
    return [each for number, each in enumerate(proposed) if number not in gone]


def _overlap(one: TextEdit, other: TextEdit) -> bool:
    """Say whether two edits touch the same text; of two at one place nobody can say which comes first."""
    if one.span.start == other.span.start:
        return True
    return one.span.start < other.span.end and other.span.start < one.span.end


def best_of(fixes: Iterable[Fix], *, unsafe: bool = False) -> Fix | None:
    """Return the fix to apply without asking: of those of a finding, best first, the first that may be applied."""
    allowed = {Applicability.SAFE, Applicability.UNSAFE} if unsafe else {Applicability.SAFE}
    return next((fix for fix in fixes if fix.applicability in allowed and not fix.suppresses), None)


def errors_in(document: Document) -> int:
    """Count the nodes that the parser could make no sense of."""
    waiting: list[Node] = [document.tree.root_node]
    count = len(document.left_out)
    while waiting:
        node = waiting.pop()
        count += node.is_error or node.is_missing
        if node.has_error:
            waiting += node.children
    return count
