"""Fields of classes that get no `__init__` of their own: a data class, a module of Flax. Its call sets them."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.lineage import lineage
from nanproof.infer.value import UNKNOWN, Instance, UserClass, Value
from nanproof.names.syntax import first_child, required, text, undecorated

_CONSTRUCTORS = frozenset({"__init__", "__new__", "__post_init__"})


def passed_to_field(evaluator: Evaluator, instance: Instance, name: str) -> Value | None:
    """Return what an object was given as a field when it was made; None where it has its default, or is no field."""
    arguments = instance.arguments
    if arguments is None or (not arguments.positional and not arguments.keyword and arguments.is_complete):
        return None
    classes = list(lineage(evaluator, instance.type))
    if any(text(each.child_by_field_name("name")) in _CONSTRUCTORS for kind in classes for each in _functions(kind)):
        return None
    fields = list(dict.fromkeys(field for kind in reversed(classes) for field in _fields(kind)))
    if name not in fields:
        return None
    given = dict(zip(fields, arguments.positional, strict=False)) | dict(arguments.keyword)
    if name in given:
        return evaluator.argument(given[name])
    return None if arguments.is_complete else UNKNOWN


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
