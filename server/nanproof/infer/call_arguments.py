"""The arguments of a call as they stand in the source."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.catalog.model import Parameter
from nanproof.infer.value import UNKNOWN, Arguments, Deferred, Frame, Partial, Value
from nanproof.names.syntax import required, text


def call_arguments(frame: Frame, call: Node) -> Arguments:
    """Return the arguments of a call, to be evaluated when somebody asks."""
    listed = required(call, "arguments")
    if listed.type != "argument_list":
        return Arguments((Deferred(frame, listed),))  # f(x for x in xs): the one argument is a generator
    positional: list[Deferred | Value] = []
    keyword: list[tuple[str, Deferred | Value]] = []
    tables: list[Deferred] = []
    complete = True
    for child in listed.named_children:
        if child.type == "keyword_argument":
            keyword.append((text(child.child_by_field_name("name")), Deferred(frame, required(child, "value"))))
        elif child.type in ("list_splat", "dictionary_splat"):
            complete = False
            if child.type == "dictionary_splat":
                tables += [Deferred(frame, inner) for inner in child.named_children[:1]]
        elif child.type not in ("comment", "line_continuation", "ERROR"):
            positional.append(Deferred(frame, child) if complete else UNKNOWN)
    return Arguments(tuple(positional), tuple(keyword), complete, tuple(tables))


def given_through(held: Partial, given: Arguments) -> Arguments:
    """Return the arguments of a call behind those that a partial function holds; by name the call's replace them."""
    named = {name for name, _ in given.keyword}
    kept = tuple((name, value) for name, value in held.arguments.keyword if name not in named)
    return Arguments(
        (*held.arguments.positional, *given.positional[held.dropped :]),
        (*kept, *given.keyword),
        held.arguments.is_complete and given.is_complete,
        (*held.arguments.tables, *given.tables),
    )


def given_as(parameters: tuple[Parameter, ...], arguments: Arguments, role: str) -> Deferred | Value | None:
    """Return what a call of the catalogue's gives as the parameter of a role, None where it gives nothing as that."""
    for index, parameter in enumerate(parameters):
        if role == parameter.role:
            return arguments.given(index, parameter.name)
    return None
