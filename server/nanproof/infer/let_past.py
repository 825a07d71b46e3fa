"""What an `if` lets past that binds a name anew where its condition holds: `if v < c: v = c` leaves what is at least c.

Behind it a name has what the branch gives it, or what it had before where the condition does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from nanproof.infer.comparisons import Comparison, comparisons
from nanproof.infer.entered import branch_of
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.narrowing import narrowed
from nanproof.infer.value import Frame, Value
from nanproof.names.binding import Binding
from nanproof.names.syntax import required, text


def let_past(
    evaluator: Evaluator, frame: Frame, use: Node, binding: Binding, others: Sequence[Binding], value: Value
) -> Value:
    """Return the value of a binding as far as the branches that bind its name anew, before a use, let it past."""
    for comparison in _said(use, binding, others):
        value = narrowed(evaluator, frame, value, comparison)
    return value


def _said(use: Node, binding: Binding, others: Sequence[Binding]) -> Iterator[Comparison]:
    """Yield what holds of a name where each `if` behind a binding that binds it anew is not entered."""
    name = text(binding.name_node)
    after = [each.statement.start_byte for each in others if each.statement.start_byte > binding.statement.start_byte]
    for each in others:
        statement = branch_of(each, use)
        if statement is None or statement.start_byte < binding.statement.end_byte:
            continue
        if any(at < statement.start_byte for at in after):
            continue  # what the condition speaks of may be another one's
        for said in comparisons(required(statement, "condition"), holds=False):
            if said.subject == name:
                yield said
