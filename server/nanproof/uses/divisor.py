"""Whether a result is a divisor: what is infinite in its derivative at 0 is told of the division already."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.names.scopes import scope_of
from nanproof.names.syntax import text
from nanproof.sites.site import Site

_PASSED = frozenset({"parenthesized_expression"})


def is_divisor(site: Site) -> bool:
    """Say whether something is divided by a result, or by the name that holds it."""
    node = _bare(site.node)
    if _divides(node):
        return True
    assignment = node.parent
    if assignment is None or assignment.type != "assignment":
        return False
    target, scope = assignment.child_by_field_name("left"), scope_of(node)
    if target is None or target.type != "identifier":
        return False
    bindings = site.engine.modules.bindings(site.document)
    uses = bindings.occurrences_in(text(target), assignment.end_byte, scope.end_byte)
    return any(_divides(_bare(each)) for each in uses)


def _bare(node: Node) -> Node:
    while node.parent is not None and node.parent.type in _PASSED:
        node = node.parent
    return node


def _divides(node: Node) -> bool:
    parent = node.parent
    is_division = parent is not None and text(parent.child_by_field_name("operator")) in ("/", "/=")
    return is_division and parent is not None and parent.child_by_field_name("right") == node
