"""Where a result is read: where it stands, and by the name that the statement around it gives it."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.forms.expressions import statement_of
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import is_a, text
from nanproof.sites.site import Site


def reads_of(site: Site) -> tuple[Node, ...]:
    """Return a result, and each use of the name that it goes into, to the end of the function."""
    target, scope = statement_of(site.node).child_by_field_name("left"), scope_of(site.node)
    if not is_a(target, "identifier"):
        return (site.node,)
    bindings = site.engine.modules.bindings(site.document)
    return (site.node, *bindings.occurrences_in(text(target), site.node.end_byte, scope.end_byte))
