"""Whether only some elements of a result go on, picked by an index: `deg.pow(-0.5)[edges[0]]`, `gather(1 / count, y)`.

What does not occur has no place in an index of what was counted, so that what is infinite there stays where it is.
"""

from __future__ import annotations

from nanproof.infer.pairwise import PICKS, names_what_it_picks
from nanproof.infer.value import Holder, Number
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import called_name, parent_of, required, text
from nanproof.sites.site import Site
from nanproof.uses.onward import Expression, onward
from nanproof.values.dtype import DType


def is_only_picked(site: Site) -> bool:
    """Say whether a result, or all uses of the name that it gets, stands where an index picks of it."""
    here = Expression(site.document, site.node)
    uses = (here,) if _is_picked(site, here) else onward(site.engine, here)
    if not uses:
        return False
    return all(_is_picked(site, each) for each in uses)


def _is_picked(site: Site, use: Expression) -> bool:
    node, parent = use.node, parent_of(use.node)
    if parent.type == "subscript":
        index = required(parent, "subscript")
        if not names_what_it_picks(text(parent)[len(text(node)) :]):
            return False
        known = site.engine.value(site.engine.general(use.document, scope_of(node)), index)
        # A counter goes over all of them, and so does an order.
        return not isinstance(known, Number) or (known.holder is Holder.TENSOR and known.dtype is not DType.INTEGER)
    return called_name(parent_of(parent)) in PICKS
