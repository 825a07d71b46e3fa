"""Callers that come to a use: `if before is None:` is entered by those that pass nothing.

A function that is looked at for itself is given what any of its callers passes. What one passes that never enters a
branch is not met in it: of the points of a value only those are left there that are taken on the call of another one.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from tree_sitter import Node

from nanproof.infer.conditions import guards_on_the_way, holds
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.guards import Guard
from nanproof.infer.parameters import by_call, calls_shown, passed_to
from nanproof.infer.value import UNKNOWN, Deferred, Frame, Number, Value, python_number
from nanproof.names.binding import Binds
from nanproof.names.reaching import reaching
from nanproof.names.scopes import FUNCTIONS
from nanproof.names.syntax import code_in, is_a, text
from nanproof.values.ranges import Point

# What gives a value other than None, as far as anybody can tell.
_COMPUTES = ("call", "binary_operator", "unary_operator", "subscript")


def of_those_that_come(evaluator: Evaluator, frame: Frame, use: Node, value: Value) -> Value:
    """Return a value at a use in a function looked at for itself, as the callers leave it whose calls come there."""
    if frame.arguments is not None or frame.scope.type not in FUNCTIONS or not isinstance(value, Number):
        return value
    taken, call = 0, by_call(evaluator, frame)
    for point in value.range.points:
        taken |= dict(point.way).get(call, 0)
    once = evaluator.modules.bindings(frame.document).once
    guards = once(guards_on_the_way, use, frame.scope) if taken else ()
    coming = _coming(evaluator, frame, guards, taken) if guards else taken
    if coming == taken:
        return value
    left = (_left(point, call, coming) for point in value.range.points)
    return replace(value, range=replace(value.range, points=tuple(each for each in left if each is not None)))


def _left(point: Point, choice: Hashable, coming: int) -> Point | None:
    """Return a point as it is on the calls that come, None where it is taken on none of them."""
    taken = dict(point.way).get(choice)
    if taken is None:
        return point
    return point.on(((choice, taken & coming),)) if taken & coming else None


def _coming(evaluator: Evaluator, frame: Frame, guards: tuple[Guard, ...], taken: int) -> int:
    """Return which of some calls come to what all of several conditions guard, or may come there."""
    coming = taken
    for at, (caller, call, arguments) in enumerate(calls_shown(evaluator, frame.document, frame.scope)):
        if taken >> at & 1:
            key = (*frame.key, caller.document.path, call.start_byte)
            called = Frame(frame.document, frame.scope, key, arguments, frame.receiver, frame.outer)
            if any(_is_kept_out(evaluator, called, guard) for guard in guards):
                coming &= ~(1 << at)
    return coming


def _is_kept_out(evaluator: Evaluator, called: Frame, guard: Guard) -> bool:
    """Say whether a call goes another way than a condition asks for."""
    found = evaluator.of_callers(lambda: _truth(evaluator, called, guard), makes_objects=False)
    return isinstance(found, Number) and found.range.single != float(guard.holds)


def _truth(evaluator: Evaluator, called: Frame, guard: Guard) -> Value:
    """Return whether a condition holds in a call, as a number of Python's; unknown where it may be either."""
    is_held = holds(evaluator, called, guard.condition)
    given = _asked_for_none(evaluator, called, guard.condition)
    if given is not None:
        made = _bound_to(evaluator, given)
        if is_held is None and all(is_a(each, *_COMPUTES) for each in made):
            is_held = False
        if len(made) > 1 and any(is_a(each, "none") for each in made):
            is_held = None
    return UNKNOWN if is_held is None else python_number(float(is_held), is_integer=True)


def _asked_for_none(evaluator: Evaluator, called: Frame, condition: Node) -> Deferred | None:
    """Return what a call passes as the parameter of which a condition asks whether it is None."""
    sides = code_in(condition) if condition.type == "comparison_operator" else []
    if len(sides) != 2 or sides[1].type != "none":
        return None
    found = reaching(sides[0], evaluator.modules.bindings(called.document)).bindings
    given = passed_to(evaluator, called, text(sides[0])) if [each.kind for each in found] == [Binds.PARAMETER] else None
    return given if isinstance(given, Deferred) else None


def _bound_to(evaluator: Evaluator, given: Deferred) -> list[Node | None]:
    """Return an expression that is passed, or all that a name which is passed is bound to; None is not known.

    What the caller was given, or holds, may be None: it hands on what it was not told.
    """
    if given.node.type != "identifier":
        return [given.node]
    found = reaching(given.node, evaluator.modules.bindings(given.frame.document)).bindings
    return [each.value if each.kind is Binds.ASSIGNMENT else None for each in found] or [None]
