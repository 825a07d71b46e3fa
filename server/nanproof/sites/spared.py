"""What is written into a mask and spares an element of each row: `pad[:, 0] = False`, `keep.at[..., -1].set(True)`."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.names.binding import Binding
from nanproof.names.syntax import called_name, code_in, inside, is_a, parent_of, required, text

# What asks of a whole row whether it is masked.
OF_A_ROW = frozenset({"all", "any", "reduce_all", "reduce_any"})
_PLACES = frozenset({"integer", "unary_operator"})


def written_item(bound: Binding) -> tuple[Node, ...]:
    """Return the item of a name that a statement writes into, none where it binds the name itself."""
    item = parent_of(bound.name_node)
    return (item,) if item.type == "subscript" else ()


def spares_each_row(node: Node) -> bool:
    """Say whether what is written into is a place of each row, `mask[:, 0]`, or rows that are asked for as a whole."""
    if node.type != "subscript" or not (_is_target(node) or _is_updated(node)):
        return False
    indices = code_in(node)[1:]
    if any(called_name(each) in OF_A_ROW for index in indices for each in inside(index)):
        return True
    if len(indices) < 2 or any(each.type in _PLACES for each in indices[:-1]):
        return False
    last = indices[-1]
    return last.type in _PLACES or (last.type == "slice" and any(each.type in _PLACES for each in code_in(last)))


def _is_target(item: Node) -> bool:
    return is_a(item.parent, "assignment") and required(parent_of(item), "left") == item


def _is_updated(item: Node) -> bool:
    """Say whether an item is that of an array of JAX which is written anew: `mask.at[:, 0].set(True)`."""
    return text(required(item, "value").child_by_field_name("attribute")) == "at"
