"""What stands in a table where it is written out: `{"scale": zeros(3)}["scale"]`, `dict(scale=...)`, a class's field.

Keys are those of a subscript that is written out, and the names of attributes.
"""

from __future__ import annotations

from itertools import islice

from tree_sitter import Node

from nanproof.infer.call_arguments import call_arguments
from nanproof.infer.definitions import returns
from nanproof.infer.fields import given_as_field
from nanproof.infer.literals import written_key
from nanproof.infer.value import Arguments, Deferred, UserClass, Value
from nanproof.names.binding import Binding
from nanproof.names.bindings import Bindings
from nanproof.names.scopes import class_around, scope_of
from nanproof.names.syntax import code_in, first_child, is_a, required, text
from nanproof.sites.callee import function_called, operation_called
from nanproof.sites.site import Site

_DICTIONARY = "dictionary"


def key_of(subscript: Node) -> str | None:
    """Return the key that a subscript writes out, `"scale"` or `0`; None where it computes one, or has several."""
    indices = subscript.children_by_field_name("subscript")
    if len(indices) != 1:
        return None
    return text(indices[0]) if indices[0].type == "integer" else written_key(indices[0])


def item_of(site: Site, table: Node, key: str) -> Node | None:
    """Return the expression that a display, or a call that makes a table, holds under a key."""
    match table.type:
        case "dictionary":
            return _under(table, key)
        case "list" | "tuple":
            items = code_in(table)
            is_known = key.isdecimal() and all(each.type != "list_splat" for each in items)
            return items[int(key)] if is_known and int(key) < len(items) else None
        case "call":
            given = _made_with(site, table, key)
            return given.node if isinstance(given, Deferred) else None
        case _:
            return None


def returned_by(site: Site, call: Node) -> Node | None:
    """Return what a call of a function of the same file gives: `init(key)`. A method may be another one in a class."""
    function = function_called(site, call)
    if function is None or function.document.path != site.document.path or function.node.type != "function_definition":
        return None
    if is_a(function.node.parent, "decorated_definition") or scope_of(function.node).type == "class_definition":
        return None
    statements = list(islice(returns(required(function.node, "body")), 2))
    return first_child(statements[0]) if len(statements) == 1 and statements[0].type == "return_statement" else None


def set_of_objects(bindings: Bindings, owner: Node, name: str) -> tuple[Binding, ...]:
    """Return where a text sets an attribute that may be one of a class's objects: not where another sets its own."""
    return tuple(each for each in bindings.of_attribute(name) if not _is_of_another(each, owner))


def _is_of_another(binding: Binding, owner: Node) -> bool:
    home = class_around(binding.name_node)
    if home is None or home == owner or text(binding.name_node.child_by_field_name("object")) != "self":
        return False
    if owner.type != "class_definition":
        return False
    # What inherits from the class sets an attribute of its objects too.
    return text(required(owner, "name")) not in text(home.child_by_field_name("superclasses"))


def _under(dictionary: Node, key: str) -> Node | None:
    pairs = code_in(dictionary)
    if any(each.type != "pair" for each in pairs):
        return None  # `**others` may hold the key too
    found = [required(each, "value") for each in pairs if written_key(required(each, "key")) == key]
    return found[-1] if found else None


def _made_with(site: Site, call: Node, key: str) -> Deferred | Value | None:
    frame = site.engine.around(site.document, call)
    arguments = call_arguments(frame, call)
    kind = site.engine.value(frame, required(call, "function"))
    if isinstance(kind, UserClass):
        return given_as_field(site.engine, kind, arguments, key)
    called = operation_called(site, call)
    is_table = called is not None and called[0].function.name == _DICTIONARY and _is_by_name(arguments)
    return dict(arguments.keyword).get(key) if is_table else None


def _is_by_name(arguments: Arguments) -> bool:
    return arguments.is_complete and not arguments.positional
