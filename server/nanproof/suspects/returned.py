"""What a function gives back, without what the functions inside it do; and which item of it a name is unpacked from."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.names.binding import Binding, Binds
from nanproof.names.syntax import code_in, first_child, is_a

_OTHERS = frozenset({"function_definition", "class_definition", "lambda"})


def returned(function: Node) -> Iterator[Node]:
    """Yield the expressions that a function returns or yields, in the order in which they stand."""
    body = function.child_by_field_name("body")
    if function.type == "lambda":
        if body is not None:
            yield body
        return
    waiting = [body] if body is not None else []
    while waiting:
        node = waiting.pop()
        if node.type in _OTHERS:
            continue
        if node.type in ("return_statement", "yield"):
            value = first_child(node)
            if value is not None:
                yield value
        waiting += reversed(node.named_children)


def item_of(binding: Binding) -> int | None:
    """Return which item of its value a name is assigned, 1 for b in `a, b = value`; None where it is all."""
    return binding.path[0] if len(binding.path) == 1 and binding.kind is Binds.ASSIGNMENT else None


def picked(value: Node, item: int | None) -> Node:
    """Return the item of a tuple that is unpacked, where it is written out; else all of it."""
    if item is None or not is_a(value, "expression_list", "tuple"):
        return value
    items = code_in(value)
    is_plain = not any(each.type == "list_splat" for each in items)
    return items[item] if is_plain and item < len(items) else value
