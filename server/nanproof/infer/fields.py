"""Fields of classes that get no `__init__` of their own: a data class, a module of Flax. Its call sets them."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.lineage import lineage
from nanproof.infer.value import UNKNOWN, Arguments, Deferred, Instance, UserClass, Value
from nanproof.names.syntax import first_child, required, text, undecorated

_CONSTRUCTORS = frozenset({"__init__", "__new__", "__post_init__"})


def passed_to_field(evaluator: Evaluator, instance: Instance, name: str) -> Value | None:
    """Return what an object was given as a field when it was made; None where it has its default, or is no field."""
    arguments = instance.arguments
    if arguments is None or (not arguments.positional and not arguments.keyword and arguments.is_complete):
        return None
    fields = _set_by_a_call(evaluator, instance.type)
    if name not in fields:
        return None
    given = _given(fields, arguments, name)
    if given is not None:
        return evaluator.argument(given)
    return None if arguments.is_complete else UNKNOWN


def given_as_field(evaluator: Evaluator, kind: UserClass, arguments: Arguments, name: str) -> Deferred | Value | None:
    """Return what a call of a class gives as a field; None where it gives none, or nobody knows what becomes of it."""
    fields = _set_by_a_call(evaluator, kind)
    return _given(fields, arguments, name) if name in fields and arguments.is_complete else None


def _set_by_a_call(evaluator: Evaluator, kind: UserClass) -> list[str]:
    """Return the fields of a class that a call of it sets, in their order; none where it has a constructor."""
    classes = list(lineage(evaluator, kind))
    if any(text(each.child_by_field_name("name")) in _CONSTRUCTORS for one in classes for each in _functions(one)):
        return []
    return list(dict.fromkeys(field for one in reversed(classes) for field in _fields(one)))


def _given(fields: list[str], arguments: Arguments, name: str) -> Deferred | Value | None:
    return (dict(zip(fields, arguments.positional, strict=False)) | dict(arguments.keyword)).get(name)


def _functions(kind: UserClass) -> Iterator[Node]:
    for each in _body(kind):
        function = undecorated(each)
        if function.type == "function_definition":
            yield function


def _fields(kind: UserClass) -> Iterator[str]:
    """Yield the names that the body of a class annotates, in order: `depth: int = 8`."""
    for each in _body(kind):
        assignment = first_child(each) if each.type == "expression_statement" else None
        if assignment is not None and assignment.child_by_field_name("type") is not None:
            yield text(assignment.child_by_field_name("left"))


def _body(kind: UserClass) -> list[Node]:
    return required(kind.node, "body").named_children
