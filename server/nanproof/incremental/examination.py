"""What was found in a document as a whole: the answers of its pieces, and what its comments silence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nanproof.findings.suppression import comments_on_file, names
from nanproof.fixes.comments import of_comments
from nanproof.fixes.diagnosis import Diagnosis
from nanproof.fixes.suppress import suppressing_in_file
from nanproof.incremental.answer import Answer, Cut
from nanproof.infer.budgets import MOST_EVALUATIONS
from nanproof.names.bindings import Bindings
from nanproof.names.dependencies import Dependencies
from nanproof.source.span import Span


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found in a document, and where the budget ended before all was looked at.

    `unseen` are the stretches that were not looked at, or not to their end. Where that `may_go_on`, some of them only
    had to wait: an examination that goes on looks at them. Of one that `was_withdrawn` nothing else counts. One that
    `is_provisional` tells of some pieces what was found in them before: the next that is in no hurry looks at them.
    Its `dependencies` are all that the rest was read from.
    """

    diagnoses: tuple[Diagnosis, ...] = ()
    unseen: tuple[Span, ...] = ()
    may_go_on: bool = False
    was_withdrawn: bool = False
    is_provisional: bool = False
    dependencies: tuple[Dependencies, ...] = field(default=(), compare=False)


def examined(answers: Mapping[int, Answer], bindings: Bindings, *, was_withdrawn: bool) -> Examination:
    """Return what the answers of a document's pieces are together."""
    document = bindings.document
    on_file = comments_on_file(document)
    suppress_in_file = suppressing_in_file(document, on_file)
    found: list[Diagnosis] = []
    silenced = [each for answer in answers.values() for each in answer.silenced]
    for each in (each for answer in answers.values() for each in answer.diagnoses):
        if any(names(comment, each.finding) for comment in on_file):
            silenced.append(each.finding)
        else:
            found.append(Diagnosis(each.finding, (*each.fixes, suppress_in_file(each.finding))))
    ends = {answer.cut for answer in answers.values()}
    cuts = [piece for piece, answer in answers.items() if answer.cut not in (None, Cut.EARLIER)]
    unseen = tuple(Span(bindings.pieces[piece].start, bindings.pieces[piece].end) for piece in sorted(cuts))
    if not (cuts or was_withdrawn or sum(answer.cost for answer in answers.values()) >= MOST_EVALUATIONS):
        found += of_comments(document, on_file, silenced, [each.finding for each in found])
    in_order = tuple(sorted(found, key=lambda each: (each.finding.span.start, -each.finding.span.end)))
    rests_on = tuple(answer.dependencies for answer in answers.values())
    return Examination(in_order, unseen, Cut.WAITING in ends, was_withdrawn, Cut.EARLIER in ends, rests_on)
