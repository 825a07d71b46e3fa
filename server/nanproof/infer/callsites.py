"""Where a function of the project is called: in its own file, by its name or on an object of its class."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.value import Frame, Instance, UserClass
from nanproof.names.bindings import Binds
from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import text
from nanproof.source.document import Document

MOST_CALL_SITES = 8


def call_sites(evaluator: Evaluator, document: Document, function: Node) -> tuple[Node, ...]:
    """Return the first calls of a function in its file."""
    found: list[Node] = []
    for call in _calls(evaluator, document, function):
        found.append(call)
        if len(found) >= MOST_CALL_SITES:
            break
    return tuple(found)


def _calls(evaluator: Evaluator, document: Document, function: Node) -> Iterator[Node]:
    name = function.child_by_field_name("name")
    if name is None:
        return
    owner = scope_of(function)
    is_method = owner.type == "class_definition"
    for occurrence in evaluator.modules.bindings(document).occurrences(text(name)):
        called = occurrence
        if called.parent is not None and called.parent.type == "attribute":
            called = called.parent
        call = called.parent
        if call is None or call.type != "call" or call.child_by_field_name("function") != called:
            continue
        if called.type == "identifier":
            if not is_method and _means(evaluator, document, called, function):
                yield call
        elif is_method and _is_on(evaluator, document, called, owner):
            yield call


def _means(evaluator: Evaluator, document: Document, use: Node, function: Node) -> bool:
    """Say whether a name means a certain function, by its reaching definitions."""
    found = reaching(use, evaluator.modules.bindings(document)).bindings
    return any(each.kind is Binds.FUNCTION and each.statement == function for each in found)


def _is_on(evaluator: Evaluator, document: Document, attribute: Node, owner: Node) -> bool:
    """Say whether a method is called on an object of the class that defines it."""
    receiver = attribute.child_by_field_name("object")
    if receiver is None:
        return False
    frame: Frame = evaluator.general(document, scope_of(receiver))
    value = evaluator.value(frame, receiver)
    kind = value.type if isinstance(value, Instance) else value
    return isinstance(kind, UserClass) and kind.node == owner and kind.document is document
