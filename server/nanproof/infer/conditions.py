"""Conditions: whether one certainly holds, and so whether a statement runs in a call whose arguments are known."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.infer.comparisons import DEEPEST_CONDITION
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.guards import condition_of, taken_branch
from nanproof.infer.value import (
    Frame,
    Instance,
    Layer,
    Number,
    Other,
    Reference,
    Text,
    Unknown,
    UserClass,
    UserFunction,
    Value,
)
from nanproof.names.syntax import code_in, first_child, required, text


def holds(evaluator: Evaluator, frame: Frame, condition: Node, depth: int = DEEPEST_CONDITION) -> bool | None:
    """Return whether a condition is certainly true or certainly false in a frame, None where it may be either."""
    if depth <= 0:
        return None
    match condition.type:
        case "parenthesized_expression":
            inner = first_child(condition)
            return holds(evaluator, frame, inner, depth - 1) if inner is not None else None
        case "not_operator":
            argument = required(condition, "argument")
            inner_holds = holds(evaluator, frame, argument, depth - 1)
            return None if inner_holds is None else not inner_holds
        case "boolean_operator":
            return _combined(evaluator, frame, condition, depth - 1)
        case "comparison_operator":
            return _compared(evaluator, frame, condition)
        case _:
            return _truth(evaluator.value(frame, condition))


def _combined(evaluator: Evaluator, frame: Frame, condition: Node, depth: int) -> bool | None:
    left, right = condition.child_by_field_name("left"), condition.child_by_field_name("right")
    if left is None or right is None:
        return None
    sides = (holds(evaluator, frame, left, depth), holds(evaluator, frame, right, depth))
    decides = text(condition.child_by_field_name("operator")) == "or"
    if decides in sides:
        return decides
    return None if None in sides else not decides


def _truth(value: Value) -> bool | None:
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
    sides = code_in(condition)
    operators = [text(child) for child in condition.children_by_field_name("operators")]
    if len(sides) != 2 or len(operators) != 1:
        return None
    left, right = (evaluator.value(frame, side) for side in sides)
    operator = operators[0]
    if operator in ("is", "==", "is not", "!="):
        equal = _equal(left, right)
        return equal if equal is None or operator in ("is", "==") else not equal
    if isinstance(left, Number) and isinstance(right, Number):
        return _ordered(left, right, operator)
    return None


def _equal(left: Value, right: Value) -> bool | None:
    for one, other in ((left, right), (right, left)):
        if isinstance(one, Other) and one.is_none:
            if isinstance(other, Other):
                return True if other.is_none else None
            return None if isinstance(other, Unknown | Instance) else False
    if isinstance(left, Text) and isinstance(right, Text):
        return left.text == right.text
    if isinstance(left, Number) and isinstance(right, Number):
        if left.range.single is not None and right.range.single is not None:
            return left.range.single == right.range.single
        if left.range.interval.meet(right.range.interval) is None:
            return False
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
    """Say whether a statement can run in a frame: no `if` around it is known to go the other way.

    Only calls with known arguments are pruned: a function looked at for itself takes every branch.
    """
    if frame.arguments is None:
        return True
    child, parent = node, node.parent
    while parent is not None and child != frame.scope:
        if parent.type in ("if_statement", "elif_clause", "conditional_expression"):
            taken = taken_branch(parent, child)
            condition = condition_of(parent)
            if taken is not None and condition is not None and holds(evaluator, frame, condition) is (not taken):
                return False
        child, parent = parent, parent.parent
    return True
