"""Guards: what the conditions around a use, and before it, say of the value that is used.

`if x > 0:`, `if n == 0: return`, `assert n`, `x if x > eps else eps`, `a and b`, comprehension conditions. A guard
counts only while nothing between it and the use binds the name anew.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tree_sitter import Node

from nanproof.infer.conditions import DEEPEST_CONDITION, condition_of, taken_branch
from nanproof.infer.evaluator import Evaluator, term_of
from nanproof.infer.value import Deferred, Frame, Holder, Method, Number, Unknown, Value
from nanproof.names.binding import Binds
from nanproof.names.reaching import leaves, reaching
from nanproof.names.scopes import FUNCTIONS
from nanproof.names.syntax import first_child, text
from nanproof.values.dtype import DType, next_after
from nanproof.values.interval import Interval
from nanproof.values.ranges import UNKNOWN_RANGE, Range

_MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}
_NEGATED = {"<": ">=", ">": "<=", "<=": ">", ">=": "<", "==": "!=", "!=": "=="}
# What holds for the smallest (largest) element holds for every element.
_OF_EXTREMES = {"min": (">", ">="), "max": ("<", "<=")}
_OF_EXTREMES |= {"reduce_min": _OF_EXTREMES["min"], "reduce_max": _OF_EXTREMES["max"]}
_ALL = frozenset({"all", "reduce_all"})


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition, and whether it holds where the use stands."""

    condition: Node
    holds: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """`subject operator bound`, as it holds at the use; the subject is compared by its source text."""

    subject: str
    operator: str
    bound: Node | None  # None: the subject is compared with 0, `if n:`


def guarded(evaluator: Evaluator, frame: Frame, node: Node, value: Value) -> Value:
    """Return the value of a use, narrowed by every guard that speaks of it."""
    written = text(node)
    for guard in guards(node):
        for comparison in comparisons(guard.condition, holds=guard.holds):
            if comparison.subject == written and not _is_rebound(evaluator, frame, node, guard.condition):
                value = narrowed(evaluator, frame, value, comparison)
    return value


def chosen(evaluator: Evaluator, argument: Deferred, condition: Node, *, holds: bool) -> Value:
    """Return the value of an expression where a condition on it holds: `x` in `where(x > 0, x, 1)`, `x[x > 0]`."""
    value, written = evaluator.value(argument.frame, argument.node), text(argument.node)
    for comparison in comparisons(spelt_out(evaluator, argument.frame, condition), holds=holds):
        if comparison.subject == written:
            value = narrowed(evaluator, argument.frame, value, comparison)
    return value


def spelt_out(evaluator: Evaluator, frame: Frame, condition: Node) -> Node:
    """Return the comparison that a name stands for: `mask = x > 0; where(mask, ...)`."""
    if condition.type != "identifier":
        return condition
    found = reaching(condition, evaluator.modules.bindings(frame.document)).bindings
    value = found[0].value if len(found) == 1 and not found[0].path else None
    return value if value is not None and found[0].kind is Binds.ASSIGNMENT else condition


def guards(node: Node) -> Iterator[Guard]:
    """Yield the guards of a node, nearest first, out to the function that it stands in."""
    child, parent = node, node.parent
    while parent is not None and child.type not in FUNCTIONS:
        yield from _around(parent, child)
        child, parent = parent, parent.parent


def _around(parent: Node, child: Node) -> Iterator[Guard]:
    match parent.type:
        case "if_statement" | "elif_clause" | "conditional_expression":
            yield from _of_branch(parent, child)
        case "while_statement":
            condition = condition_of(parent)
            if condition is not None and parent.child_by_field_name("body") == child:
                yield Guard(condition, holds=True)
        case "boolean_operator":
            left = parent.child_by_field_name("left")
            if left is not None and parent.child_by_field_name("right") == child:
                yield Guard(left, holds=text(parent.child_by_field_name("operator")) == "and")
        case "list_comprehension" | "set_comprehension" | "generator_expression" | "dictionary_comprehension":
            conditions = (each for each in parent.named_children if each.type == "if_clause" and each != child)
            for clause in conditions:
                condition = first_child(clause)
                if condition is not None:
                    yield Guard(condition, holds=True)
        case "block" | "module" | "ERROR":
            yield from _before(parent, child)


def _of_branch(branching: Node, child: Node) -> Iterator[Guard]:
    condition, taken = condition_of(branching), taken_branch(branching, child)
    if condition is not None and taken is not None:
        yield Guard(condition, taken)
    if child.type in ("elif_clause", "else_clause"):
        for clause in branching.children_by_field_name("alternative"):
            earlier = clause.child_by_field_name("condition")
            if clause.start_byte < child.start_byte and earlier is not None:
                yield Guard(earlier, holds=False)


def _before(block: Node, child: Node) -> Iterator[Guard]:
    """Yield what the statements before one in its block have ruled out: a branch that left, an assertion."""
    statement = child.prev_named_sibling
    while statement is not None:
        if statement.type == "assert_statement":
            condition = first_child(statement)
            if condition is not None:
                yield Guard(condition, holds=True)
        elif statement.type == "if_statement" and not statement.children_by_field_name("alternative"):
            body, condition = statement.child_by_field_name("consequence"), condition_of(statement)
            if body is not None and condition is not None and leaves(body):
                yield Guard(condition, holds=False)
        statement = statement.prev_named_sibling if block.type == "block" else None


def comparisons(condition: Node, *, holds: bool, depth: int = DEEPEST_CONDITION) -> Iterator[Comparison]:
    """Yield the comparisons that hold where a condition holds (or does not)."""
    if depth <= 0:
        return
    match condition.type:
        case "parenthesized_expression":
            inner = first_child(condition)
            if inner is not None:
                yield from comparisons(inner, holds=holds, depth=depth - 1)
        case "not_operator":
            argument = condition.child_by_field_name("argument")
            if argument is not None:
                yield from comparisons(argument, holds=not holds, depth=depth - 1)
        case "boolean_operator":
            for part in _parts_that_hold(condition, holds=holds):
                yield from comparisons(part, holds=holds, depth=depth - 1)
        case "comparison_operator":
            yield from _compared(condition, holds=holds)
        case "call":
            inner = _for_all(condition)
            if inner is not None and holds:
                yield from comparisons(inner, holds=True, depth=depth - 1)
        case "identifier" | "attribute":
            yield Comparison(text(condition), "!=" if holds else "==", None)


def _parts_that_hold(condition: Node, *, holds: bool) -> list[Node]:
    """Return both sides of an `and` that holds, or of an `or` that does not: each of them is known."""
    if (text(condition.child_by_field_name("operator")) == "and") is not holds:
        return []
    sides = (condition.child_by_field_name(side) for side in ("left", "right"))
    return [side for side in sides if side is not None]


def _compared(condition: Node, *, holds: bool) -> Iterator[Comparison]:
    sides = [child for child in condition.named_children if child.type != "comment"]
    operators = [text(child) for child in condition.children_by_field_name("operators")]
    if not holds and len(operators) > 1:
        return
    for left, operator, right in zip(sides, operators, sides[1:], strict=False):
        if operator not in _MIRRORED:
            continue
        known = operator if holds else _NEGATED[operator]
        yield from _of_all(Comparison(text(left), known, right), left)
        yield from _of_all(Comparison(text(right), _MIRRORED[known], left), right)


def _of_all(comparison: Comparison, subject: Node) -> Iterator[Comparison]:
    """Yield a comparison, and what it says of every element: `p.min() > 0`, `torch.max(p) < 1`."""
    yield comparison
    function = subject.child_by_field_name("function") if subject.type == "call" else None
    if function is None or function.type != "attribute":
        return
    extreme = text(function.child_by_field_name("attribute"))
    if comparison.operator not in _OF_EXTREMES.get(extreme, ()):
        return
    of = first_child(subject.child_by_field_name("arguments")) or function.child_by_field_name("object")
    yield Comparison(text(of), comparison.operator, comparison.bound)


def _for_all(call: Node) -> Node | None:
    """Return the condition that holds for every element: `(x > 0).all()`, `torch.all(x > 0)`."""
    function, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    if function is None or function.type != "attribute":
        return None
    if text(function.child_by_field_name("attribute")) not in _ALL:
        return None
    return first_child(arguments) or function.child_by_field_name("object")


def _is_rebound(evaluator: Evaluator, frame: Frame, use: Node, condition: Node) -> bool:
    """Say whether a name in a use is bound again between a guard and the use."""
    root: Node | None = use
    while root is not None and root.type != "identifier":
        root = root.child_by_field_name("object") or root.child_by_field_name("value") or first_child(root)
    if root is None:
        return True
    bindings = evaluator.modules.bindings(frame.document)
    return bindings.bound_between(text(root), condition.end_byte, use.start_byte)


def narrowed(evaluator: Evaluator, frame: Frame, value: Value, comparison: Comparison) -> Value:
    """Return a value narrowed by a comparison that holds for it."""
    bound: Range | None
    if comparison.bound is None:
        bound = Range(Interval(0.0, 0.0))
    else:
        other = evaluator.value(frame, comparison.bound)
        bound = other.range if isinstance(other, Number) else None
    if bound is None or not isinstance(value, Number | Unknown | Method):
        return value
    if isinstance(value, Number):
        number = value
    else:
        number = Number(UNKNOWN_RANGE, DType.FLOAT32, Holder.ANY, term=term_of(evaluator, value))
    result = _limited(number, comparison.operator, bound)
    return value if result.range == number.range else result


def _limited(number: Number, operator: str, bound: Range) -> Number:
    interval, dtype = number.range.interval, number.dtype
    low, high = interval.low, interval.high
    match operator:
        case ">":
            low = max(low, _beyond(bound.interval.low, math.inf, dtype))
        case ">=":
            low = max(low, bound.interval.low)
        case "<":
            high = min(high, _beyond(bound.interval.high, -math.inf, dtype))
        case "<=":
            high = min(high, bound.interval.high)
        case "==":
            low, high = max(low, bound.interval.low), min(high, bound.interval.high)
        case "!=":
            low = _beyond(low, math.inf, dtype) if bound.single == low else low
            high = _beyond(high, -math.inf, dtype) if bound.single == high else high
    if low > high:
        # Contradictory: this code does not run, or the guard speaks of something else.
        return replace(number, range=replace(number.range, points=()))
    points = tuple(point for point in number.range.points if low <= point.value <= high)
    if operator == "!=":
        points = tuple(point for point in points if point.value != bound.single)
    return replace(number, range=Range(Interval(low, high), points, number.range.may_be_nan))


def _beyond(bound: float, towards: float, dtype: DType) -> float:
    if dtype.is_float:
        return next_after(bound, towards, dtype)
    return bound + math.copysign(1.0, towards) if bound.is_integer() else bound
