"""What the definition of a function says of itself: its parameters, its decorators, what kind of method it is."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.names.scopes import scope_of
from nanproof.names.syntax import code_in, first_child, is_a, text

_SPLATS = ("list_splat_pattern", "dictionary_splat_pattern")


def parameter_names(function: Node) -> list[str]:
    """Return the names of a function's parameters in order, those that take several with their star."""
    parameters = function.child_by_field_name("parameters")
    names = []
    for each in code_in(parameters):
        if each.type in ("keyword_separator", "positional_separator"):
            continue
        node: Node | None = each
        while node is not None and node.type != "identifier":
            node = first_child(node)
        names.append(text(node) if each.type not in _SPLATS else f"*{text(node)}")
    return names


def decorators(function: Node) -> list[str]:
    """Return the decorators of a function as they are written, without the @."""
    wrapper = function.parent
    if not is_a(wrapper, "decorated_definition"):
        return []
    return [text(child)[1:].strip() for child in wrapper.named_children if child.type == "decorator"]


def is_property(function: Node) -> bool:
    """Say whether a method is called where its name is read."""
    return any(each.endswith("property") for each in decorators(function))


def is_method(function: Node) -> bool:
    """Say whether a function is defined in a class and is given an object of it first."""
    if function.type != "function_definition" or "staticmethod" in decorators(function):
        return False
    return scope_of(function).type == "class_definition"
