"""What is written into a mask and spares an element of each row: `pad[:, 0] = False`, `keep.at[..., -1].set(True)`."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.names.binding import Binding
from nanproof.names.syntax import bare, called_name, code_in, inside, is_a, outwards, parent_of, required, text

# What asks of a whole row whether it is masked.
OF_A_ROW = frozenset({"all", "any", "reduce_all", "reduce_any"})
_FALSE = frozenset({"False", "0"})
_TRUE = frozenset({"True", "1"})
_PLACES = frozenset({"integer", "unary_operator"})


def written_item(bound: Binding) -> tuple[Node, ...]:
    """Return the item of a name that a statement writes into, none where it binds the name itself."""
    item = parent_of(bound.name_node)
    return (item,) if item.type == "subscript" else ()


def spares_each_row(node: Node, condition: Node) -> bool:
    """Say whether what is written into is a place of each row, `mask[:, 0]`, or rows that are asked for as a whole.

    Unless the condition, which is filled by, holds where that is written: `keep[:, 0] = False` masks more by `~keep`.
    """
    if node.type != "subscript" or not (_is_target(node) or _is_updated(node)) or _masks_more(node, condition):
        return False
    indices = code_in(node)[1:]
    if any(called_name(each) in OF_A_ROW for index in indices for each in inside(index)):
        return True
    if len(indices) < 2 or any(each.type in _PLACES for each in indices[:-1]):
        return False
    last = indices[-1]
    return last.type in _PLACES or (last.type == "slice" and any(each.type in _PLACES for each in code_in(last)))


def _masks_more(item: Node, condition: Node) -> bool:
    call = next((each for each in outwards(condition, "block", "module") if each.type in ("call", "subscript")), None)
    if call is None or (call.type == "call" and called_name(call) != "masked_fill"):
        return False  # a choice may keep or mask where its condition holds
    name, condition = text(required(item, "value")).removesuffix(".at"), bare(condition)
    if text(condition) == name:
        return _written(item) in _TRUE
    is_kept = condition.type == "unary_operator" and text(condition) == f"~{name}"
    return is_kept and _written(item) in _FALSE


def _written(item: Node) -> str:
    """Return what is written into an item, as it stands there."""
    if _is_target(item):
        return text(required(parent_of(item), "right"))
    arguments = parent_of(parent_of(item)).child_by_field_name("arguments")
    return ", ".join(map(text, code_in(arguments)))


def _is_target(item: Node) -> bool:
    return is_a(item.parent, "assignment") and required(parent_of(item), "left") == item


def _is_updated(item: Node) -> bool:
    """Say whether an item is that of an array of JAX which is written anew: `mask.at[:, 0].set(True)`."""
    return text(required(item, "value").child_by_field_name("attribute")) == "at"
