"""What an `if` lets past that binds a name anew where its condition holds: `if v < c: v = c` leaves what is at least c.

Behind it a name has what the branch gives it, or what it had before where the condition does not hold.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.infer.comparisons import Comparison, comparisons
from nanproof.infer.entered import block_of, branch_around, is_behind, rebinds
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.narrowing import narrowed
from nanproof.infer.value import Frame, Value
from nanproof.names.binding import Binding
from nanproof.names.syntax import is_a, parent_of, required, text
from nanproof.source.document import Document


@dataclass(frozen=True, slots=True)
class Branches:
    """The branches that bind a name anew, and where it is bound at all: of several bindings that reach a use."""

    statements: tuple[Node, ...]
    starts: tuple[int, ...]


def branches_of(evaluator: Evaluator, document: Document, bindings: Sequence[Binding]) -> Branches | None:
    """Return the branches among some bindings of a name, None where there are none."""
    once = evaluator.modules.bindings(document).once
    around = [once(branch_around, each.statement) for each in bindings if rebinds(each)] if len(bindings) > 1 else []
    statements = tuple(each for each in around if each is not None)
    return Branches(statements, tuple(sorted(each.statement.start_byte for each in bindings))) if statements else None


def let_past(
    evaluator: Evaluator, frame: Frame, use: Node | None, binding: Binding, branches: Branches | None, value: Value
) -> Value:
    """Return the value of a binding as far as the branches that bind its name anew, before a use, let it past.

    None is a use anywhere behind the block: of an attribute in another method.
    """
    for comparison in _said(use, binding, branches) if branches is not None else ():
        value = narrowed(evaluator, frame, value, comparison)
    return value


def _said(use: Node | None, binding: Binding, branches: Branches) -> Iterator[Comparison]:
    """Yield what holds of a name where the `if` behind a binding that binds it anew is not entered.

    No other one stands between: what the condition speaks of may be another one's.
    """
    name, block = _written(binding.name_node), block_of(parent_of(binding.statement))
    later = bisect_right(branches.starts, binding.statement.start_byte)
    first = branches.starts[later] if later < len(branches.starts) else 0
    for statement in branches.statements:
        if statement.start_byte < binding.statement.end_byte or first < statement.start_byte:
            continue
        is_past = is_behind(use, statement) if use is not None else block_of(statement) == block
        for said in comparisons(required(statement, "condition"), holds=False) if is_past else ():
            if said.subject == name:
                yield said


def _written(name: Node) -> str:
    """Return a name as conditions speak of it, an attribute with its object."""
    above = parent_of(name)
    return text(above) if is_a(above, "attribute") else text(name)
