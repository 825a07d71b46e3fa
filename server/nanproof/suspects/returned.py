"""What a function gives back: what it returns or yields, without what the functions inside it do."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.names.syntax import first_child

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
