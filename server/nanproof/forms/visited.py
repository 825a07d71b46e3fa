"""What a loop visits each of: what it runs over, `for t in linspace(1, 0, n)`, and what it goes through by place.

Whatever such a table holds is met there, its ends as well.
"""

from __future__ import annotations

from tree_sitter import Node

from nanproof.forms.expressions import origin
from nanproof.infer.call_arguments import call_arguments
from nanproof.infer.operands import bound
from nanproof.infer.value import Deferred
from nanproof.names.binding import Binding, Binds
from nanproof.names.reaching import reaching
from nanproof.names.syntax import bare, called_name, code_in, required, text
from nanproof.sites.callee import operation_called
from nanproof.sites.site import Site

_WITH_PLACES = "enumerate"
_PLACES = "range"
_LENGTH = "len"
_COUNT = "num"


def run_over(site: Site, name: Node) -> Node | None:
    """Return what the loop runs over that hands each of it to a name."""
    loop = _loop_of(site, name)
    if loop is None:
        return None
    iterable = _iterated(loop)
    if not loop.path:
        return iterable
    given = _given(iterable, _WITH_PLACES)
    return next(iter(given), None) if loop.path == (1,) else None


def gone_through(site: Site, subscript: Node) -> Node | None:
    """Return the table of which an item is read, `table[i]`, where a loop hands each of its places to the index."""
    table, indices = required(subscript, "value"), subscript.children_by_field_name("subscript")
    loop = _loop_of(site, indices[0]) if len(indices) == 1 else None
    if loop is None:
        return None
    places = _given(_iterated(loop), _WITH_PLACES if loop.path else _PLACES)
    if loop.path not in ((), (0,)) or len(places) != 1:
        return None
    if loop.path:
        return table if text(places[0]) == text(table) else None
    counts = (f"{_LENGTH}({text(table)})", text(_count(site, table)))
    return table if text(places[0]) in counts else None


def _loop_of(site: Site, name: Node) -> Binding | None:
    found = reaching(name, site.engine.modules.bindings(site.document)).bindings
    return found[0] if len(found) == 1 and found[0].kind is Binds.LOOP else None


def _iterated(loop: Binding) -> Node:
    return bare(required(loop.statement, "right"))


def _given(call: Node, to: str) -> list[Node]:
    if called_name(call) != to:
        return []
    return [each for each in code_in(required(call, "arguments")) if each.type != "keyword_argument"]


def _count(site: Site, table: Node) -> Node | None:
    """Return how the source says of how many numbers a table is."""
    made = origin(site, table).node
    found = operation_called(site, made) if made.type == "call" else None
    if found is None:
        return None
    given = call_arguments(site.engine.around(site.document, made), made)
    count = bound(site.engine, found[0].parameters, given).get(_COUNT)
    return count.node if isinstance(count, Deferred) else None
