"""What an `if` lets past that binds a name anew where its condition holds: `if v < c: v = c` leaves what is at least c.

Behind it a name has what the branch gives it, or what it had before where the condition does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from nanproof.infer.comparisons import Comparison, comparisons
from nanproof.infer.entered import branch_around, branch_of
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.narrowing import narrowed
from nanproof.infer.value import Frame, Value
from nanproof.names.binding import Binding
from nanproof.names.syntax import is_a, parent_of, required, text


def let_past(
    evaluator: Evaluator, frame: Frame, use: Node | None, binding: Binding, others: Sequence[Binding], value: Value
) -> Value:
    """Return the value of a binding as far as the branches that bind its name anew, before a use, let it past.

    None is a use anywhere behind the block: of an attribute in another method.
    """
    for comparison in _said(use, binding, others):
        value = narrowed(evaluator, frame, value, comparison)
    return value


def _said(use: Node | None, binding: Binding, others: Sequence[Binding]) -> Iterator[Comparison]:
    """Yield what holds of a name where each `if` behind a binding that binds it anew is not entered."""
    name = _written(binding.name_node)
    after = [each.statement.start_byte for each in others if each.statement.start_byte > binding.statement.start_byte]
    for each in others:
        statement = branch_of(each, use) if use is not None else _beside(each, binding)
        if statement is None or statement.start_byte < binding.statement.end_byte:
            continue
        if any(at < statement.start_byte for at in after):
            continue  # what the condition speaks of may be another one's
        for said in comparisons(required(statement, "condition"), holds=False):
            if said.subject == name:
                yield said


def _beside(other: Binding, binding: Binding) -> Node | None:
    """Return the `if` whose first branch makes another binding, where it stands in the block of a binding."""
    statement = branch_around(other)
    is_beside = statement is not None and statement.parent == parent_of(binding.statement).parent
    return statement if is_beside else None


def _written(name: Node) -> str:
    """Return a name as conditions speak of it, an attribute with its object."""
    above = parent_of(name)
    return text(above) if is_a(above, "attribute") else text(name)
