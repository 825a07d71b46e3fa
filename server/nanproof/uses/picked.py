"""Whether only some elements of a result go on, picked by an index: `deg.pow(-0.5)[edges[0]]`, `gather(1 / count, y)`.

Where the index is the very one that was counted, or each element is repeated as often as was counted, what is infinite
goes nowhere: `(1 / count)[labels]`, `(1 / count).repeat_interleave(count)`. Of another index it is likely: what does
not occur has no place there. What begins an edge need not end one: `row, col = edges`, and `degree[row]` of what was
counted by `col` may be 0.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from tree_sitter import Node

from nanproof.infer.evaluator import term_of
from nanproof.infer.pairwise import PICKS, names_what_it_picks
from nanproof.infer.structure import uncast
from nanproof.infer.value import Holder, Number
from nanproof.names.reaching import reaching
from nanproof.names.syntax import called_name, code_in, inside, node_at, parent_of, passed, required, text
from nanproof.sites.site import Site
from nanproof.source.document import Document
from nanproof.source.place import Place
from nanproof.uses.onward import Expression, onward
from nanproof.values.dtype import DType

_REPEATS = frozenset({"repeat", "repeat_interleave"})
_NAME = re.compile(r"[A-Za-z_]\w*")


def is_only_picked(site: Site, counted: str) -> bool:
    """Say whether a result, or all uses of the name that it gets, stands where an index of what was counted picks."""
    uses = _uses_that_pick(site, partial(_is_picked, site))
    return bool(uses) and not any(_is_other_end(site, each, counted) for each in uses)


def is_picked_by_its_own(site: Site, counting: Place) -> bool:
    """Say whether all uses of a result pick what was counted, or repeat it as often as it was counted."""
    call = node_at(counting.document.tree.root_node, counting.span.start, counting.span.end)
    owner = required(call, "function").child_by_field_name("object") if call.type == "call" else None
    given = [*([owner] if owner is not None else []), *map(passed, code_in(call.child_by_field_name("arguments")))]
    counted = cache(lambda: {_term(site, counting.document, each) for each in given})
    return bool(_uses_that_pick(site, lambda use: _picks_own(site, use, counted)))


def _uses_that_pick(site: Site, picks: Callable[[Expression], bool]) -> tuple[Expression, ...]:
    """Return where a result stands, or all uses of the name that it gets, if something is picked there; else none."""
    here = Expression(site.document, site.node)
    uses = (here,) if picks(here) else onward(site.engine, here) or ()
    return uses if all(map(picks, uses)) else ()


def _picks_own(site: Site, use: Expression, counted: Callable[[], set[int]]) -> bool:
    call = parent_of(parent_of(use.node))
    if parent_of(use.node).type == "subscript":
        given = [required(parent_of(use.node), "subscript")]
    elif called_name(call) in PICKS | _REPEATS:
        given = [passed(each) for each in code_in(call.child_by_field_name("arguments"))]
    else:
        return False
    terms = {_term(site, use.document, each) for each in given if each != use.node} - {0}
    if called_name(call) in _REPEATS:
        return uncast(site.operand).term in terms
    return not terms.isdisjoint(counted())


def _term(site: Site, document: Document, node: Node) -> int:
    value = site.engine.value(site.engine.around(document, node), node)
    return term_of(site.engine, uncast(value) if isinstance(value, Number) else value)


def _is_other_end(site: Site, use: Expression, counted: str) -> bool:
    """Say whether an index was unpacked together with the one that was counted: the other ends of the edges."""
    parent = parent_of(use.node)
    if parent.type != "subscript" or required(parent, "subscript").type != "identifier":
        return False
    index = required(parent, "subscript")
    unpacked = [each for each in reaching(index, site.engine.modules.bindings(use.document)).bindings if each.path]
    names = set(_NAME.findall(counted))
    if len(unpacked) != 1 or text(index) in names:
        return False
    others = (each for each in inside(unpacked[0].statement) if each.type == "identifier")
    return any(text(each) in names for each in others)


def _is_picked(site: Site, use: Expression) -> bool:
    node, parent = use.node, parent_of(use.node)
    if parent.type == "subscript":
        index = required(parent, "subscript")
        if not names_what_it_picks(text(parent)[len(text(node)) :]):
            return False
        known = site.engine.value(site.engine.around(use.document, node), index)
        # A counter goes over all of them, and so does an order.
        return not isinstance(known, Number) or (known.holder is Holder.TENSOR and known.dtype is not DType.INTEGER)
    return called_name(parent_of(parent)) in PICKS
