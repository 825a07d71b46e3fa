"""Narrowing: a value as far as the conditions around its use, and before it, allow.

A guard counts only while nothing between it and the use binds the name anew.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from tree_sitter import Node

from nanproof.infer.again import recomputed
from nanproof.infer.asked_counts import is_of_a_call
from nanproof.infer.comparisons import Comparison, comparisons, subjects
from nanproof.infer.evaluator import Evaluator, term_of
from nanproof.infer.guards import Sayings
from nanproof.infer.named_conditions import as_it_was, said_at, stands_for
from nanproof.infer.value import Deferred, Frame, Holder, Method, Number, Unknown, Value
from nanproof.names.syntax import inside, is_label, text
from nanproof.values.dtype import DType, next_after
from nanproof.values.interval import Interval
from nanproof.values.ranges import UNKNOWN_RANGE, Range


def guarded(evaluator: Evaluator, frame: Frame, node: Node, value: Value) -> Value:
    """Return the value of a use, narrowed by every guard that speaks of it."""
    said = _said_at(evaluator, frame, node)
    if not said:
        return value
    for comparison in _of_itself(evaluator, frame, node, said):
        value = narrowed(evaluator, frame, value, comparison)
    if not isinstance(value, Number) or not value.range.points:
        return value
    for comparison in _of_what_made_it(evaluator, frame, node, said):
        value = narrowed(evaluator, frame, value, comparison)
    return value


def said_of(evaluator: Evaluator, frame: Frame, node: Node) -> Iterator[Comparison]:
    """Yield what the conditions around a use, and before it, say of it, of names that still hold what they held."""
    said = _said_at(evaluator, frame, node)
    yield from _of_itself(evaluator, frame, node, said)
    yield from _of_what_made_it(evaluator, frame, node, said)


def _said_at(evaluator: Evaluator, frame: Frame, node: Node) -> Sayings:
    guards = evaluator.guards(frame.document)
    said = guards.at(node)
    return said_at(guards, evaluator.modules.bindings(frame.document), node) if said else said


def _of_itself(evaluator: Evaluator, frame: Frame, node: Node, said: Sayings) -> Iterator[Comparison]:
    for subject in subjects(node):
        for each in said.get(subject, ()):
            if not _is_rebound(evaluator, frame, node, each.condition):
                yield each.comparison


def _of_what_made_it(evaluator: Evaluator, frame: Frame, node: Node, said: Sayings) -> Iterator[Comparison]:
    """Yield what is said of the call that made the value of a name: `if m.sum() == 0` of `n`."""
    if node.type != "identifier" or not any(map(is_of_a_call, said)):
        return
    made = spelt_out(evaluator, frame, node)
    bindings = evaluator.modules.bindings(frame.document)
    names = {text(each) for each in inside(made) if each.type == "identifier"}
    for subject in subjects(made) if made.type == "call" else ():
        for each in said.get(subject, ()):
            first, last = sorted((made.start_byte, each.condition.start_byte))
            end = max(last, node.start_byte)
            if not any(bindings.bound_between(name, first, end, node) for name in names):
                yield each.comparison


def chosen(evaluator: Evaluator, argument: Deferred, condition: Node, *, holds: bool) -> Value:
    """Return the value of an expression where a condition on it holds: `x` in `where(x > 0, x, 1)`, `x[x > 0]`."""
    value = evaluator.value(argument.frame, argument.node)
    spelt = partial(as_it_was, evaluator.modules.bindings(argument.frame.document), condition)
    for comparison in comparisons(condition, holds=holds, spelt=spelt):
        subject = written_in(argument.node, comparison.subject)
        if subject is None:
            subject = _written_before(evaluator, argument, comparison.subject, (condition, spelt(condition)))
        if subject is not None:
            value = narrowed_at(evaluator, argument, value, subject, comparison)
    return value


def _written_before(
    evaluator: Evaluator, argument: Deferred, subject: str, conditions: tuple[Node, Node]
) -> Node | None:
    """Return what a condition speaks of where a name in an expression was made: `p` of `y = log(p)`."""
    for name in inside(argument.node):
        made = spelt_out(evaluator, argument.frame, name)
        found = written_still(evaluator, argument.frame, made, subject, (name, *conditions)) if made != name else None
        if found is not None:
            return found
    return None


def written_still(
    evaluator: Evaluator, frame: Frame, expression: Node, subject: str, places: tuple[Node, ...]
) -> Node | None:
    """Return the part of an expression that is written like a subject, if it is the same at some other places too."""
    found = written_in(expression, subject)
    if found is None:
        return None
    starts = [each.start_byte for each in (found, *places)]
    bindings = evaluator.modules.bindings(frame.document)
    names = {text(each) for each in inside(found) if each.type == "identifier"}
    return None if any(bindings.bound_between(name, min(starts), max(starts)) for name in names) else found


def narrowed_at(evaluator: Evaluator, argument: Deferred, value: Value, subject: Node, comparison: Comparison) -> Value:
    """Return the value of an expression where a comparison holds for a part of it: `p < 1` for `1 - p`."""
    if subject == argument.node:
        return narrowed(evaluator, argument.frame, value, comparison)
    before = evaluator.value(argument.frame, subject)
    if isinstance(before, Unknown) and before.term:
        return _narrowed_unknown(evaluator, argument, value, subject, before, comparison)
    if not isinstance(value, Number) or not isinstance(before, Number):
        return value
    is_one = bool(before.term or before.made)  # two numbers of which nothing is known are equal, and not the same

    def replacing(each: Number) -> Number | None:
        # What another comparison said of it before holds too.
        is_it = each is before or (is_one and (each == before or _is_narrower(each, before)))
        after = _narrowed_number(evaluator, argument.frame, each, comparison) if is_it else each
        return after if after is not each else None

    return recomputed(evaluator, value, replacing)


def _is_narrower(number: Number, before: Number) -> bool:
    """Say whether a number is another one, narrowed: the same term, computed of the same."""
    return number.term == before.term != 0 and number.computation == before.computation


def _narrowed_unknown(
    evaluator: Evaluator, argument: Deferred, value: Value, subject: Node, before: Unknown, comparison: Comparison
) -> Value:
    """Return the value of an expression where a comparison holds for a part of it that nothing is known of."""
    after = narrowed(evaluator, argument.frame, before, comparison)
    if not isinstance(after, Number):
        return value
    if _is_negative_of(argument.node, subject):
        return replace(after, range=_negative(after.range), term=term_of(evaluator, value))
    if not isinstance(value, Number):
        return value

    def replacing(each: Number) -> Number | None:
        # What another comparison said of it before holds too.
        is_it = each.term == before.term and not each.range.points
        limited = _narrowed_number(evaluator, argument.frame, each, comparison) if is_it else each
        return replace(each, range=limited.range) if limited is not each else None

    return recomputed(evaluator, value, replacing)


def _is_negative_of(expression: Node, subject: Node) -> bool:
    """Say whether an expression is `-x` of a subject x: `where(x < 0, -x, x)` is never negative."""
    operator, inner = expression.child_by_field_name("operator"), expression.child_by_field_name("argument")
    return text(operator) == "-" and inner == subject


def written_in(expression: Node, subject: str) -> Node | None:
    """Return the part of an expression that is written like the subject of a comparison, or all of it."""
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        if text(node) == subject:
            return node
        waiting += reversed(node.named_children)
    return None


def spelt_out(evaluator: Evaluator, frame: Frame, condition: Node) -> Node:
    """Return the comparison that a name stands for: `mask = x > 0; where(mask, ...)`, `low, high = x < 0, x > 1`."""
    return stands_for(evaluator.modules.bindings(frame.document), condition)


def _is_rebound(evaluator: Evaluator, frame: Frame, use: Node, condition: Node) -> bool:
    """Say whether a name in a use is bound again between a guard and the use."""
    bindings = evaluator.modules.bindings(frame.document)
    names = {text(each) for each in inside(use) if each.type == "identifier" and not is_label(each)}
    return any(bindings.bound_between(name, condition.end_byte, use.start_byte, use) for name in names)


def narrowed(evaluator: Evaluator, frame: Frame, value: Value, comparison: Comparison) -> Value:
    """Return a value narrowed by a comparison that holds for it."""
    if isinstance(value, Number):
        return _narrowed_number(evaluator, frame, value, comparison)
    if not isinstance(value, Unknown | Method):
        return value
    unknown = Number(UNKNOWN_RANGE, DType.FLOAT32, Holder.ANY, term=term_of(evaluator, value))
    known = _narrowed_number(evaluator, frame, unknown, comparison)
    return value if known is unknown else known


def _narrowed_number(evaluator: Evaluator, frame: Frame, number: Number, comparison: Comparison) -> Number:
    bound = bound_of(evaluator, frame, comparison)
    if bound.interval.is_everything or _is_open_default(comparison.operator, bound):
        result = _limited_somewhere(number, comparison.operator, bound)
    else:
        result = _limited(number, comparison.operator, bound)
    return number if result.range == number.range else replace(result, alternatives=None)


def bound_of(evaluator: Evaluator, frame: Frame, comparison: Comparison) -> Range:
    """Return the values of what a comparison is with."""
    if comparison.bound is None:
        return Range(Interval(0.0, 0.0))
    other = evaluator.bound(frame, comparison.bound)
    bound = other.range if isinstance(other, Number) else UNKNOWN_RANGE
    return _negative(bound) if comparison.is_negated else bound


def _is_open_default(operator: str, bound: Range) -> bool:
    """Say whether a threshold has a usual value, of which a check has said no more than on which side it lies."""
    end = bound.interval.high if operator in _BELOW else bound.interval.low
    is_default = bool(bound.points) and not any(point.under for point in bound.points)
    return operator in _DIRECTIONS and math.isinf(end) and is_default


def _negative(bound: Range) -> Range:
    points = tuple(replace(each, value=-each.value) for each in bound.points)
    return Range(Interval(-bound.interval.high, -bound.interval.low), points, bound.may_be_nan)


def _limited_somewhere(number: Number, operator: str, bound: Range) -> Number:
    """Return a number that is compared with one that may be anything, a threshold.

    Which of its values pass is not known, but for the last in the direction that passes. A threshold that has a usual
    value, its default, is taken to have it.
    """
    if operator not in _DIRECTIONS:
        return number
    usual = [point.value for point in bound.points if not math.isnan(point.value)]
    if usual:
        return _limited(number, operator, Range(Interval(min(usual), max(usual)), bound.points))
    if not number.range.points:
        return number
    taken = {point.value for point in number.range.points}
    passing = _DIRECTIONS[operator](taken)
    ends = (number.range.interval.low, number.range.interval.high)
    end, last = ends if operator in (">", ">=") else ends[::-1]
    if len(taken) == 1 and passing != last and number.holder is not Holder.PYTHON:
        return replace(number, range=replace(number.range, points=()))  # it is as much the first as it is the last
    points = tuple(point for point in number.range.points if point.value == passing != end)
    return replace(number, range=replace(number.range, points=points))


_BELOW = frozenset({"<", "<="})
_DIRECTIONS = {">": max, ">=": max, "<": min, "<=": min}


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
