"""Calls of a function by another name: an attribute or a name that holds it, itself or wrapped; a lambda has no other.

`f = lambda t: ...`, `self.project = angular`, `step = jax.jit(train_step)`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.value import UserFunction
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import assigned_name, is_a, required, text
from nanproof.source.document import Document

_MOST_USES = 16
_PASSED_THROUGH = frozenset({"argument_list", "call", "parenthesized_expression", "keyword_argument"})


def calls_of_held(evaluator: Evaluator, document: Document, function: Node) -> Iterator[Node]:
    """Yield the calls of what holds a function, where the value that is called is that function."""
    seen = set[str]()
    for use in _uses(evaluator, document, function):
        call = _called_at_once(use)
        if call is not None:
            yield call
        name = _holder(use)
        if name is None or name in seen:
            continue
        seen.add(name)
        for called, call in evaluator.modules.bindings(document).calls_of(name):
            value = evaluator.value(evaluator.general(document, scope_of(called)), called)
            if isinstance(value, UserFunction) and value.node == function:
                yield call


def _uses(evaluator: Evaluator, document: Document, function: Node) -> Iterator[Node]:
    """Yield where a function is named; a lambda stands where it is used."""
    if function.type == "lambda":
        yield function
        return
    name = text(function.child_by_field_name("name"))
    yield from evaluator.modules.bindings(document).occurrences_in(name, 0, len(document.data))[:_MOST_USES]


def _is_called(node: Node) -> bool:
    call = node.parent
    return is_a(call, "call") and required(call, "function") == node


def _called_at_once(node: Node) -> Node | None:
    """Return the call in `(lambda t: ...)(x)`."""
    inside = node.parent
    if node.type != "lambda" or not is_a(inside, "parenthesized_expression"):
        return None
    return inside.parent if _is_called(inside) else None


def _holder(node: Node) -> str | None:
    """Return the name, or the attribute's, to which a function is assigned, as it is or wrapped by calls."""
    above = node.parent
    while is_a(above, *_PASSED_THROUGH):
        if _is_called(node):
            return None
        node, above = above, above.parent
    return assigned_name(node)
