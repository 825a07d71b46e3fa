"""Whether a result is a divisor: what is infinite in its derivative at 0 is told of the division already.

And what else is divided by the same value of a name: one divisor that can be 0 is one fault, however often it divides.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, is_a, parent_of, required, text
from nanproof.sites.site import Site

_PASSED = frozenset({"parenthesized_expression"})


def is_divisor(site: Site) -> bool:
    """Say whether something is divided by a result, or by the name that holds it."""
    node = _bare(site.node)
    if _divides(node):
        return True
    assignment = node.parent
    if not is_a(assignment, "assignment"):
        return False
    target, scope = required(assignment, "left"), scope_of(node)
    bindings = site.engine.modules.bindings(site.document)
    uses = bindings.occurrences_in(text(target), assignment.end_byte, scope.end_byte)
    return any(_divides(_bare(each)) for each in uses)


def divisions_by(site: Site, name: Node) -> Iterator[Node]:
    """Yield the operations of a scope that divide by the value of the name that a site divides by, in order."""
    scope, bindings = scope_of(site.node), site.engine.modules.bindings(site.document)
    bound = reaching(name, bindings).bindings
    for each in bindings.occurrences_in(text(name), scope.start_byte, scope.end_byte):
        divisor = _bare(each)
        if _divides(divisor) and reaching(each, bindings).bindings == bound:
            yield parent_of(divisor)


def named_divisor(site: Site) -> Node | None:
    """Return the name that an operator divides by, None where it is another expression."""
    name = bare(site.operand_node)
    return name if name.type == "identifier" and site.is_operator else None


def _bare(node: Node) -> Node:
    while is_a(node.parent, *_PASSED):
        node = node.parent
    return node


def _divides(node: Node) -> bool:
    parent = parent_of(node)
    return text(parent.child_by_field_name("operator")) in ("/", "/=") and required(parent, "right") == node
