"""A thing less each of its own rows, one after the other: `x - x[i]` in a loop over `i`, `x - row` in one over `x`.

Each row meets itself once.
"""

from __future__ import annotations

from tree_sitter import Node

from nanproof.names.binding import Binding, Binds
from nanproof.names.bindings import Bindings
from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import assigned_name, bare, called_name, first_child, is_a, node_at, required, text
from nanproof.source.place import Place

_COUNTS = frozenset({"range", "prange", "arange"})
_ENUMERATES = frozenset({"enumerate", "tqdm"})


def takes_away_a_row(where: Place, bindings: Bindings) -> bool:
    """Say whether a difference is one of a name and of a row of what it holds, which a loop runs over."""
    node = bare(node_at(where.document.tree.root_node, where.span.start, where.span.end))
    if node.type != "binary_operator" or _is_filled(node, bindings):
        return False
    sides = bare(required(node, "left")), bare(required(node, "right"))
    return any(
        is_a(whole, "identifier", "attribute") and _is_row_of(row, text(whole), bindings)
        for whole, row in (sides, sides[::-1])
    )


def _is_filled(difference: Node, bindings: Bindings) -> bool:
    """Say whether items of what a difference is assigned to get other values: `d = x - x[i]; d[i] = 1`."""
    name = assigned_name(difference)
    bound = bindings.of(name, scope_of(difference)) if name is not None else ()
    return any(each.kind is Binds.ITEM for each in bound)


def _is_row_of(row: Node, whole: str, bindings: Bindings) -> bool:
    """Say whether an expression is `whole[i]`, or the name of an item of `whole`, in a loop."""
    while row.type == "subscript" and text(row.child_by_field_name("value")) != whole:
        row = required(row, "value")  # `x[i][None]`
    if row.type == "subscript":
        index = row.children_by_field_name("subscript")
        iterable = _run_over(index[0], bindings, place=0) if all(text(each) == ":" for each in index[1:]) else None
        return called_name(iterable) in _COUNTS | _ENUMERATES
    iterable = _run_over(row, bindings, place=1)
    if is_a(iterable, "call") and called_name(iterable) in _ENUMERATES:
        iterable = first_child(required(iterable, "arguments"))
    return text(iterable) == whole


def _run_over(name: Node, bindings: Bindings, place: int) -> Node | None:
    """Return what the loop runs over that gives a name its value, as the whole item or, of pairs, at a place."""
    if name.type != "identifier":
        return None
    match reaching(name, bindings).bindings:
        case [Binding(kind=Binds.LOOP, value=Node() as over, path=path)]:
            iterable = bare(over)
        case _:
            return None
    is_pair = called_name(iterable) == "enumerate"
    return iterable if path == ((place,) if is_pair else ()) else None
