"""Branches that never meet: which alternatives of the conditions around it a binding needs to reach a use.

What one branch leaves in `low` never meets what the other one leaves in `high`.
"""

from __future__ import annotations

from collections.abc import Hashable
from collections.abc import Sequence as Sequenced
from functools import partial

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator, term_of
from nanproof.infer.joining import Choice, join
from nanproof.infer.meeting import said_of
from nanproof.infer.value import Frame, Value
from nanproof.names.binding import Binding
from nanproof.names.syntax import first_child, is_a, parent_of, required
from nanproof.values.ranges import MOST_CHOICES, Way

_LOOPS = frozenset({"for_statement", "while_statement"})
_BRANCHES = ("consequence", "alternative")
_SWITCHES = frozenset({"identifier", "attribute"})
_TRUE, _FALSE = 1, 2


def apart(evaluator: Evaluator, frame: Frame, use: Node, bindings: Sequenced[Binding]) -> list[Way | None]:
    """Return the alternatives on which each of several bindings reaches a use, None where it cannot."""
    inside: dict[Node, dict[int, int]] = {}
    once = evaluator.modules.bindings(frame.document).once
    for at, binding in enumerate(bindings):
        for statement, branch in once(_around, binding.statement, frame.scope):
            if statement in inside or len(inside) < MOST_CHOICES:  # the nearest; a point remembers no more
                inside.setdefault(statement, {})[at] = branch
    ways: list[dict[Hashable, int]] = [{} for _ in bindings]
    for statement, within in inside.items():
        past = _past(statement, within, bindings) if use.start_byte >= statement.end_byte else 0
        switched = partial(_switched, evaluator, frame, statement)
        taken_in = {branch: switched(1 << branch) for branch in set(within.values())}
        taken_past = switched(past) if past else None
        for at, (binding, way) in enumerate(zip(bindings, ways, strict=True)):
            alternative = taken_in[within[at]] if at in within else taken_past
            is_before = at in within or binding.statement.start_byte <= statement.start_byte
            if alternative is not None and is_before:
                way.update([alternative])
    missed: set[int] = set()
    for statement in inside:
        holds = said_of(evaluator, frame, use, required(statement, "condition"))
        if holds is not None:
            choice, taken = _switched(evaluator, frame, statement, _TRUE if holds else _all_of(statement) ^ _TRUE)
            missed.update(at for at, way in enumerate(ways) if not way.get(choice, taken) & taken)
    return [None if at in missed else tuple(way.items()) for at, way in enumerate(ways)]


def decided(evaluator: Evaluator, frame: Frame, condition: Node, held: Value, otherwise: Value) -> Value:
    """Return the value of a choice that a condition makes: what it gives where it holds, and where it does not."""
    switch, is_negated = _switch(evaluator, frame, condition)
    values = (otherwise, held) if is_negated else (held, otherwise)
    return join(evaluator, values, Choice(switch, condition.start_byte))


def _around(node: Node, scope: Node) -> tuple[tuple[Node, int], ...]:
    """Return the `if` statements around a binding, with the branch it stands in, but those that a loop runs again."""
    found: list[tuple[Node, int]] = []
    child, parent = node, node.parent
    while parent is not None and child != scope:
        if parent.type in _LOOPS:
            found.clear()
        elif parent.type == "if_statement":
            branches = _branches_of(parent)
            if child in branches:
                found.append((parent, branches.index(child)))
        child, parent = parent, parent.parent
    return tuple(found)


def _branches_of(statement: Node) -> list[Node]:
    return [each for name in _BRANCHES for each in statement.children_by_field_name(name)]


def _all_of(statement: Node) -> int:
    """Return all ways through an `if`: its branches, and past it where it has no `else`."""
    branches = _branches_of(statement)
    return (1 << len(branches) + (0 if branches[-1].type == "else_clause" else 1)) - 1


def _past(statement: Node, within: dict[int, int], bindings: Sequenced[Binding]) -> int:
    """Return the branches of an `if` with which a binding before it reaches what follows: those that bind nothing."""
    branches, left = _branches_of(statement), _all_of(statement)
    for at, branch in within.items():
        if _runs_with(bindings[at].statement, branches[branch]):
            left &= ~(1 << branch)
    return left


def _runs_with(statement: Node, branch: Node) -> bool:
    """Say whether a statement runs whenever a branch is taken: it stands in its block, and in nothing else."""
    block = parent_of(parent_of(statement))
    return block == branch or block.parent == branch


def _switched(evaluator: Evaluator, frame: Frame, statement: Node, taken: int) -> tuple[Hashable, int]:
    """Return the choice that an `if` makes, which is that of its condition where another one may ask it too."""
    if any(each.type == "elif_clause" for each in _branches_of(statement)):
        return evaluator.interned(("switch", frame.key, statement.start_byte)), taken
    choice, is_negated = _switch(evaluator, frame, required(statement, "condition"))
    return choice, (taken & _TRUE) << 1 | (taken & _FALSE) >> 1 if is_negated else taken


def _switch(evaluator: Evaluator, frame: Frame, condition: Node) -> tuple[Hashable, bool]:
    """Return what stands for a condition, and whether it stands there negated: `training`, `not training`."""
    is_negated, asked = False, condition
    while is_a(asked, "not_operator", "parenthesized_expression") and (inner := first_child(asked)) is not None:
        is_negated, asked = is_negated != (asked.type == "not_operator"), inner
    term = term_of(evaluator, evaluator.value(frame, asked)) if asked.type in _SWITCHES else 0
    if not term:
        return evaluator.interned(("switch", frame.key, condition.start_byte)), False
    return evaluator.interned(("switch", term)), is_negated
