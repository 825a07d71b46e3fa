"""Branches that never meet: which alternatives of the conditions around it a binding needs to reach a use.

What one branch leaves in `low` never meets what the other one leaves in `high`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from collections.abc import Sequence as Sequenced

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator, term_of
from nanproof.infer.joining import Choice, join
from nanproof.infer.meeting import said_of
from nanproof.infer.value import Frame, Value
from nanproof.names.binding import Binding
from nanproof.names.syntax import first_child
from nanproof.values.ranges import Way

_LOOPS = frozenset({"for_statement", "while_statement"})
_BRANCHES = ("consequence", "alternative")
_SWITCHES = frozenset({"identifier", "attribute"})
_TRUE, _FALSE = 1, 2


def apart(evaluator: Evaluator, frame: Frame, use: Node, bindings: Sequenced[Binding]) -> list[Way | None]:
    """Return the alternatives on which each of several bindings reaches a use, None where it cannot."""
    around = [dict(_around(frame, each.statement)) for each in bindings]
    branching = {statement for each in around for statement in each}
    if not branching:
        return [()] * len(bindings)
    ways: list[Way | None] = []
    for binding, stands_in in zip(bindings, around, strict=True):
        way: dict[Hashable, int] = {}
        for statement in branching:
            taken = _taken(statement, binding, stands_in, bindings, around, use)
            if taken is not None:
                way.update([_switched(evaluator, frame, statement, taken)])
        ways.append(tuple(way.items()))
    for statement in branching:
        condition = statement.child_by_field_name("condition")
        holds = said_of(evaluator, frame, use, condition) if condition is not None else None
        if holds is not None:
            choice, taken = _switched(evaluator, frame, statement, _TRUE if holds else _all_of(statement) ^ _TRUE)
            ways = [None if way is not None and not dict(way).get(choice, taken) & taken else way for way in ways]
    return ways


def decided(evaluator: Evaluator, frame: Frame, condition: Node, held: Value, otherwise: Value) -> Value:
    """Return the value of a choice that a condition makes: what it gives where it holds, and where it does not."""
    switch, is_negated = _switch(evaluator, frame, condition)
    values = (otherwise, held) if is_negated else (held, otherwise)
    return join(evaluator, values, Choice(switch, condition.start_byte))


def _around(frame: Frame, node: Node) -> Iterator[tuple[Node, int]]:
    """Yield the `if` statements around a binding, with the branch it stands in, but those that a loop runs again."""
    found: list[tuple[Node, int]] = []
    child, parent = node, node.parent
    while parent is not None and child != frame.scope:
        if parent.type in _LOOPS:
            found.clear()
        elif parent.type == "if_statement":
            branches = _branches_of(parent)
            if child in branches:
                found.append((parent, branches.index(child)))
        child, parent = parent, parent.parent
    yield from found


def _branches_of(statement: Node) -> list[Node]:
    return [each for name in _BRANCHES for each in statement.children_by_field_name(name)]


def _all_of(statement: Node) -> int:
    """Return all ways through an `if`: its branches, and past it where it has no `else`."""
    branches = _branches_of(statement)
    return (1 << len(branches) + (0 if branches[-1].type == "else_clause" else 1)) - 1


def _taken(
    statement: Node,
    binding: Binding,
    stands_in: dict[Node, int],
    bindings: Sequenced[Binding],
    around: list[dict[Node, int]],
    use: Node,
) -> int | None:
    """Return the branches of an `if` with which a binding reaches a use, None where it does not depend on it."""
    if statement in stands_in:
        return 1 << stands_in[statement]
    if binding.statement.start_byte > statement.start_byte or use.start_byte < statement.end_byte:
        return None
    branches, left = _branches_of(statement), _all_of(statement)
    for other, stands in zip(bindings, around, strict=True):
        if statement in stands and _runs_with(other.statement, branches[stands[statement]]):
            left &= ~(1 << stands[statement])
    return left or None


def _runs_with(statement: Node, branch: Node) -> bool:
    """Say whether a statement runs whenever a branch is taken: it stands in its block, and in nothing else."""
    block = statement.parent.parent if statement.parent is not None else None
    return block is not None and (block == branch or block.parent == branch)


def _switched(evaluator: Evaluator, frame: Frame, statement: Node, taken: int) -> tuple[Hashable, int]:
    """Return the choice that an `if` makes, which is that of its condition where another one may ask it too."""
    condition = statement.child_by_field_name("condition")
    branches = _branches_of(statement)
    if condition is None or any(each.type == "elif_clause" for each in branches):
        return (frame.key, statement.start_byte), taken
    choice, is_negated = _switch(evaluator, frame, condition)
    return choice, (taken & _TRUE) << 1 | (taken & _FALSE) >> 1 if is_negated else taken


def _switch(evaluator: Evaluator, frame: Frame, condition: Node) -> tuple[Hashable, bool]:
    """Return what stands for a condition, and whether it stands there negated: `training`, `not training`."""
    is_negated, asked = False, condition
    while asked.type in ("not_operator", "parenthesized_expression"):
        inner = first_child(asked)
        if inner is None:
            break
        is_negated, asked = is_negated != (asked.type == "not_operator"), inner
    term = term_of(evaluator, evaluator.value(frame, asked)) if asked.type in _SWITCHES else 0
    return (("switch", term), is_negated) if term else ((frame.key, condition.start_byte), False)
