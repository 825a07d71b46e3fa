"""Calls of a function by another name: an attribute or a name that holds it, itself or wrapped; a lambda has no other.

`f = lambda t: ...`, `self.project = angular`, `step = jax.jit(train_step)`. What takes a derivative of a function
calls it with what it is given: `jax.grad(loss)(params, x)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tree_sitter import Node

from nanproof.infer.call_arguments import given_as
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.running import FUNCTION, runs_of
from nanproof.infer.value import Layer, Partial, UserFunction, Value, things
from nanproof.names.bindings import Bindings
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import assigned_name, is_a, parent_of, required, text
from nanproof.source.document import Document

_MOST_USES = 16
_MOST_NAMES = 8
_MOST_DERIVATIVES = 3  # `hessian` is one of one, more are none of training's
_PASSED_THROUGH = frozenset(
    {"argument_list", "call", "conditional_expression", "parenthesized_expression", "keyword_argument"}
)


def calls_of_held(evaluator: Evaluator, document: Document, function: Node) -> Iterator[Node]:
    """Yield the calls of what holds a function, where the value that is called is that function."""
    bindings = evaluator.modules.bindings(document)
    seen = set[str]()
    waiting = [*_uses(bindings, function)]
    while waiting and len(seen) < _MOST_NAMES:
        use = waiting.pop()
        yield from (
            call for call, given in runs_of(evaluator, document, use) if _is(evaluator, document, given, function)
        )
        wrapped = _wrapped(use)
        if _is_called(wrapped):
            # `f(x)` itself is a call of the name: those are found by it.
            if wrapped.type in _PASSED_THROUGH and _is(evaluator, document, wrapped, function):
                yield parent_of(wrapped)
            continue
        name = assigned_name(wrapped)
        if name is None or name in seen:
            continue
        seen.add(name)
        yield from (call for called, call in bindings.calls_of(name) if _is(evaluator, document, called, function))
        waiting += _named(bindings, name)


def _is(evaluator: Evaluator, document: Document, called: Node, function: Node) -> bool:
    value = evaluator.value(evaluator.around(document, called), called)
    return any(each.node == function for each in _run(evaluator, value, _MOST_DERIVATIVES))


def _run(evaluator: Evaluator, value: Value, depth: int) -> Iterator[UserFunction]:
    """Yield the functions that run where a value is called: it is one, one with arguments, or the derivative of one."""
    if isinstance(value, Partial):
        yield from _run(evaluator, value.function, depth)
    for each in things(value):
        if isinstance(each, UserFunction):
            yield each
        elif isinstance(each, Layer) and depth:
            given = given_as(each.operation.parameters, each.arguments, FUNCTION)
            yield from _run(evaluator, evaluator.argument(given), depth - 1) if given is not None else ()


def _uses(bindings: Bindings, function: Node) -> Iterable[Node]:
    """Return where a function is named; a lambda stands where it is used, a method is named on an object."""
    if function.type == "lambda":
        return [function]
    name = text(function.child_by_field_name("name"))
    if scope_of(function).type != "class_definition":
        return _named(bindings, name)
    return [parent_of(each) for each in bindings.occurrences(name)[:_MOST_USES] if is_a(each.parent, "attribute")]


def _named(bindings: Bindings, name: str) -> Iterable[Node]:
    return bindings.occurrences_in(name, 0, len(bindings.document.data))[:_MOST_USES]


def _is_called(node: Node) -> bool:
    call = node.parent
    return is_a(call, "call") and required(call, "function") == node


def _wrapped(node: Node) -> Node:
    """Return what is called or kept of a function: the outermost call that it goes through: `vmap(vmap(f))`."""
    while not _is_called(node) and is_a(node.parent, *_PASSED_THROUGH):
        node = parent_of(node)
    return node
