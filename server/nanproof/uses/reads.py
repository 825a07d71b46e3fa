"""Where a result is read: where it stands, and by the name that the statement around it gives it."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.forms.expressions import statement_of
from nanproof.infer.engine import Engine
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import is_a, text
from nanproof.sites.site import Site
from nanproof.source.document import Document


def reads_of(site: Site) -> tuple[Node, ...]:
    """Return a result, and each use of the name that it goes into, to the end of the function."""
    return reads_at(site.engine, site.document, site.node)


def reads_at(engine: Engine, document: Document, result: Node) -> tuple[Node, ...]:
    """Return an expression, and each use of the name that it goes into, to the end of the function."""
    target, scope = statement_of(result).child_by_field_name("left"), scope_of(result)
    if not is_a(target, "identifier"):
        return (result,)
    bindings = engine.modules.bindings(document)
    return (result, *bindings.occurrences_in(text(target), result.end_byte, scope.end_byte))
