"""Conditions: whether one certainly holds, and so whether a statement runs in a call whose arguments are known."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.infer.comparisons import DEEPEST_CONDITION
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.guards import Guard, branch_guard, left_by
from nanproof.infer.value import (
    Frame,
    Instance,
    Layer,
    Number,
    OneOf,
    Other,
    Reference,
    Text,
    Unknown,
    UserClass,
    UserFunction,
    Value,
)
from nanproof.names.syntax import bare, code_in, required, text


def holds(evaluator: Evaluator, frame: Frame, condition: Node, depth: int = DEEPEST_CONDITION) -> bool | None:
    """Return whether a condition is certainly true or certainly false in a frame, None where it may be either."""
    if depth <= 0:
        return None
    condition = bare(condition)
    match condition.type:
        case "not_operator":
            argument = required(condition, "argument")
            inner_holds = holds(evaluator, frame, argument, depth - 1)
            return None if inner_holds is None else not inner_holds
        case "boolean_operator":
            return _combined(evaluator, frame, condition, depth - 1)
        case "comparison_operator":
            return _compared(evaluator, frame, condition)
        case _:
            return truth(evaluator.value(frame, condition))


def _combined(evaluator: Evaluator, frame: Frame, condition: Node, depth: int) -> bool | None:
    sides = [holds(evaluator, frame, required(condition, side), depth) for side in ("left", "right")]
    decides = text(condition.child_by_field_name("operator")) == "or"
    if decides in sides:
        return decides
    return None if None in sides else not decides


def truth(value: Value) -> bool | None:
    """Return whether a value is certainly true or certainly false, None where it may be either."""
    match value:
        case Number():
            single = value.range.single
            return None if single is None else single != 0
        case Text():
            return bool(value.text)
        case Reference() | UserFunction() | UserClass() | Layer():
            return True
        case Other(is_none=True):
            return False
        case _:
            return None


def _compared(evaluator: Evaluator, frame: Frame, condition: Node) -> bool | None:
    operators, sides = evaluator.modules.bindings(frame.document).once(_taken_apart, condition)
    match operators, [evaluator.value(frame, side) for side in sides]:
        case ["is" | "==" | "is not" | "!=" as operator], [left, right]:
            equal = _equal(left, right)
            return equal if equal is None or operator in ("is", "==") else not equal
        case [operator], [Number() as left, Number() as right]:
            return _ordered(left, right, operator)
        case _:
            return None


def _taken_apart(comparison: Node) -> tuple[list[str], list[Node]]:
    """Return the operators of a comparison, and what it compares."""
    return [text(child) for child in comparison.children_by_field_name("operators")], code_in(comparison)


def _equal(left: Value, right: Value) -> bool | None:
    match left, right:
        case (Other(is_none=True), other) | (other, Other(is_none=True)):
            if isinstance(other, Other):
                return True if other.is_none else None
            return None if isinstance(other, Unknown | Instance | OneOf) else False
        case Text(), Text():
            return left == right
        case Number(), Number():
            if left.range.interval.meet(right.range.interval) is None:
                return False
            return True if left.range.single == right.range.single is not None else None
        case _:
            return None


def _ordered(left: Number, right: Number, operator: str) -> bool | None:
    a, b = left.range.interval, right.range.interval
    match operator:
        case ">":
            return _ordered(right, left, "<")
        case ">=":
            return _ordered(right, left, "<=")
        case "<":
            return True if a.high < b.low else False if a.low >= b.high else None
        case "<=":
            return True if a.high <= b.low else False if a.low > b.high else None
        case _:
            return None


def runs(evaluator: Evaluator, frame: Frame, node: Node) -> bool:
    """Say whether a statement can run in a frame: no `if` around it, and none that leaves before it, goes another way.

    Only calls with known arguments are pruned: a function looked at for itself takes every branch.
    """
    if frame.arguments is None:
        return True
    guards = evaluator.modules.bindings(frame.document).once(guards_on_the_way, node, frame.scope)
    return not any(holds(evaluator, frame, guard.condition) is (not guard.holds) for guard in guards)


def guards_on_the_way(node: Node, scope: Node) -> tuple[Guard, ...]:
    """Return the conditions on which a statement of a scope runs: of the `if`s around it, or that leave before."""
    return tuple(_on_the_way(node, scope))


def _on_the_way(node: Node, scope: Node) -> Iterator[Guard]:
    child, parent = node, node.parent
    while parent is not None and child != scope:
        if parent.type in ("if_statement", "elif_clause", "conditional_expression"):
            guard = branch_guard(parent, child)
            if guard is not None:
                yield guard
        else:
            yield from (guard for before in _before(child, parent) for guard in left_by(before))
        child, parent = parent, parent.parent


def _before(statement: Node, block: Node) -> Iterator[Node]:
    """Yield the `if` statements of a block that stand before a statement of it."""
    if block.type == "block":
        for each in block.named_children:
            if each.start_byte >= statement.start_byte:
                return
            if each.type == "if_statement":
                yield each
