"""Calls that run a function which they are given, and with what: `lax.scan(body, init, xs)`, `tree.map(f, tree)`.

The roles of the catalogue's parameters say what the function is given: what is `carried` first, then an element of what
is `run_over`, and what is `passed` as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace

from tree_sitter import Node

from nanproof.catalog.model import Operation
from nanproof.infer.call_arguments import call_arguments, given_as, given_through
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.joining import gathered
from nanproof.infer.value import (
    UNKNOWN,
    Arguments,
    Deferred,
    Frame,
    Holder,
    Layer,
    Number,
    OneOf,
    Partial,
    Sequence,
    Table,
    Value,
)
from nanproof.names.syntax import code_in, is_a, parent_of, required
from nanproof.source.document import Document
from nanproof.values.dtype import DType
from nanproof.values.interval import EVERYTHING, Interval
from nanproof.values.ranges import Range

FUNCTION = "function"
_RUNNING = frozenset({"mapped", "running"})
_BETWEEN = ("argument_list", "keyword_argument", "call", "parenthesized_expression")
# The roles of what a function is given, in the order in which it takes them.
_IN_ORDER = ("carried", "carried_each", "run_over", "leaves", "spread", "passed")
_DEEPEST = 4  # partial functions of partial functions, and derivatives of these
_COUNT = Number(Range(Interval(0.0, float("inf"))), DType.INTEGER, Holder.PYTHON)


def runs_of(evaluator: Evaluator, document: Document, function: Node) -> Iterator[tuple[Node, Node]]:
    """Yield the calls that an expression goes into as the function they run, and the argument that it is part of."""
    node = function
    while is_a(node.parent, *_BETWEEN):
        above = parent_of(node)
        if above.type == "argument_list" and is_a(above.parent, "call"):
            yield from ((parent_of(above), each) for each in _run_by(evaluator, document, parent_of(above), node))
        node = above


def _run_by(evaluator: Evaluator, document: Document, call: Node, argument: Node) -> Iterator[Node]:
    operation = _operation(evaluator, document, call)
    if operation is None:
        return
    arguments = call_arguments(evaluator.around(document, call), call)
    for index, parameter in enumerate(operation.parameters):
        if parameter.role == FUNCTION:
            given = arguments.given(index, parameter.name)
            if isinstance(given, Deferred) and argument in (given.node, given.node.parent):
                yield given.node


def passed_by(evaluator: Evaluator, frame: Frame, call: Node) -> Arguments:
    """Return what a function is given by a call of it, or by one that runs it."""
    operation = _operation(evaluator, frame.document, call)
    given = _handed(evaluator, frame, call, operation) if operation is not None else call_arguments(frame, call)
    return _through(evaluator, _called(evaluator, frame, call, operation), given)


def _called(evaluator: Evaluator, frame: Frame, call: Node, operation: Operation | None) -> Value:
    """Return what a call calls, or what it runs."""
    if operation is None:
        return evaluator.value(frame, required(call, "function"))
    function = given_as(operation.parameters, call_arguments(frame, call), FUNCTION)
    return evaluator.argument(function) if function is not None else UNKNOWN


def _through(evaluator: Evaluator, callee: Value, given: Arguments) -> Arguments:
    """Return what a function is given where what is called holds some of its arguments, or takes its derivative."""
    for _ in range(_DEEPEST):
        if isinstance(callee, Partial):
            given = given_through(callee, given)
            callee = callee.function
        elif isinstance(callee, Layer):
            function = given_as(callee.operation.parameters, callee.arguments, FUNCTION)
            callee = evaluator.argument(function) if function is not None else UNKNOWN
        else:
            break
    # Of several things each is given arguments of its own.
    return Arguments(is_complete=False) if isinstance(callee, OneOf) and callee.has(Partial) else given


def _operation(evaluator: Evaluator, document: Document, call: Node) -> Operation | None:
    callee = required(call, "function")
    name = evaluator.names.qualified(document, callee) if callee.type in ("identifier", "attribute") else None
    operation = evaluator.catalog.operation(name) if name is not None else None
    return operation if operation is not None and operation.function.name in _RUNNING else None


def _handed(evaluator: Evaluator, frame: Frame, call: Node, operation: Operation) -> Arguments:
    arguments, key = call_arguments(frame, call), (frame.document.path, call.start_byte)
    given: list[Deferred | Value] = []
    if given_as(operation.parameters, arguments, "low") is not None:
        given.append(_COUNT)
    for role in _IN_ORDER:
        for index, parameter in enumerate(operation.parameters):
            if parameter.role != role:
                continue
            one = arguments.given(index, parameter.name)
            several = arguments.positional[index:] if parameter.star else (one if one is not None else UNKNOWN,)
            for each in several:
                given += _as(evaluator, role, each, key)
    return Arguments(tuple(given), named_for(operation, arguments), arguments.is_complete)


def named_for(operation: Operation, arguments: Arguments) -> tuple[tuple[str, Deferred | Value], ...]:
    """Return what a call gives by name for the function that it runs, where it passes on whatever it is given."""
    own = {each.name for each in operation.parameters}
    passes = any(each.role == "passed" for each in operation.parameters)
    return tuple(each for each in arguments.keyword if each[0] not in own) if passes else ()


def _as(
    evaluator: Evaluator, role: str, given: Deferred | Value, key: tuple[object, ...]
) -> tuple[Deferred | Value, ...]:
    """Return what a function is given of an argument of a role."""
    if role == "passed":
        return (given,)
    if role == "spread" and isinstance(given, Deferred) and given.node.type == "tuple":
        return tuple(Deferred(given.frame, each) for each in code_in(given.node))
    value = evaluator.argument(given)
    match role:
        case "carried":
            return (_first(evaluator, value, key),)
        case "carried_each":
            items = value.items if isinstance(value, Sequence) else ()
            return tuple(_first(evaluator, each, (*key, index)) for index, each in enumerate(items))
        case "spread":
            return value.items if isinstance(value, Sequence) else ()
        case "leaves":
            return (_element(evaluator, gathered(_leaves(value)), key),)
        case _:
            return (_element(evaluator, value, key),)


def _first(evaluator: Evaluator, value: Value, key: tuple[object, ...]) -> Value:
    """Return what a function is given first, beside what it gives itself and is given then."""
    match value:
        case Number():
            term = evaluator.interned(("carried", *key))
            return replace(value, range=replace(value.range, interval=EVERYTHING), term=term)
        case _:
            return _each(value, lambda item, at: _first(evaluator, item, (*key, at)))


def _element(evaluator: Evaluator, value: Value, key: tuple[object, ...]) -> Value:
    """Return an element of an array, or of each of several; those of one array are one, where one call takes them."""
    match value:
        case Number():
            return replace(value, term=evaluator.interned(("element", *key, value.term)) if value.term else 0)
        case _:
            return _each(value, lambda item, _: _element(evaluator, item, key))


def _each(value: Value, change: Callable[[Value, Hashable], Value]) -> Value:
    """Return a tuple or a dictionary of changed values; of anything else nothing is known."""
    match value:
        case Sequence(items):
            return Sequence(tuple(change(each, at) for at, each in enumerate(items)))
        case Table(items, others):
            rest = change(others, "others") if others is not None else None
            return Table(tuple((key, change(each, key)) for key, each in items), rest)
        case _:
            return UNKNOWN


def _leaves(value: Value) -> Iterator[Value]:
    match value:
        case Sequence(items):
            for each in items:
                yield from _leaves(each)
        case Table(items, others):
            for _, each in items:
                yield from _leaves(each)
            yield others if others is not None else UNKNOWN
        case _:
            yield value
