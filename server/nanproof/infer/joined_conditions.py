"""Conditions that are joined: which operators and functions join them, and which lists of them."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.names.syntax import called_name, code_in, first_child, text

# Whether the sides are known where all of it holds, as of an `and`, or where it does not, as of an `or`. A product is
# not 0 where no factor is.
CONNECTING = {"and": True, "&": True, "logical_and": True, "or": False, "|": False, "logical_or": False}
CONNECTING |= {"*": True, "&=": True, "|=": False, "*=": True}
DISPLAYS = frozenset({"list", "tuple", "set"})
_STACKING = frozenset({"array", "asarray", "stack"})


def listed(conditions: Node) -> list[Node]:
    """Return the conditions of a list that is written out, or stacked to an array; a single one by itself."""
    if called_name(conditions) in _STACKING:
        conditions = first_child(conditions.child_by_field_name("arguments")) or conditions
    return code_in(conditions) if conditions.type in DISPLAYS else [conditions]


def reduced_by(call: Node, *, holds: bool) -> Node | None:
    """Return the conditions that `np.logical_and.reduce([...])` joins, and `reduce(torch.logical_and, [...])`."""
    if called_name(call) != "reduce":
        return None
    match code_in(call.child_by_field_name("arguments")):
        case [function, listed, *_] if listed.type in DISPLAYS:
            by = text(function)
        case [listed, *_] if listed.type in DISPLAYS:
            by = text(call.child_by_field_name("function")).removesuffix(".reduce")
        case _:
            return None
    return listed if CONNECTING.get(by.rpartition(".")[2]) is holds else None
