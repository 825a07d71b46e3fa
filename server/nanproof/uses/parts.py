"""Which parts of a result a derivative comes back through: `u, s, v = svd(x)`, `eigh(x)[1]`, `eigh(x).eigenvectors`."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.names.binding import binding_at
from nanproof.names.bindings import Bindings
from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import code_in, is_a, parent_of, required, text
from nanproof.sites.site import Site
from nanproof.uses.differentiated import MOST_EXPRESSIONS
from nanproof.uses.onward import Expression, ways

_PATTERNS = ("pattern_list", "tuple_pattern")


def is_trained_through_part(site: Site, parts: frozenset[str]) -> bool:
    """Say whether a derivative may come back through one of some parts of a result, by their places or their names.

    Of a result that is handed on as a whole nobody knows which parts are used: it is not said of it.
    """
    return any(_comes_back(site, each) for each in _taken(site, parts))


def _taken(site: Site, parts: frozenset[str]) -> Iterator[Node]:
    """Yield the expressions that are such parts: the uses of the names that they are unpacked into, too."""
    around = parent_of(site.node)
    if is_a(around, "subscript", "attribute"):
        yield from _part(site.node, parts)
        return
    if not is_a(around, "assignment"):
        return
    target, bindings = required(around, "left"), site.engine.modules.bindings(site.document)
    if is_a(target, *_PATTERNS):
        for place, name in enumerate(code_in(target)):
            if str(place) in parts and is_a(name, "identifier"):
                yield from _reads(bindings, name)
    elif is_a(target, "identifier"):
        for use in _reads(bindings, target):
            yield from _part(use, parts)


def _part(whole: Node, parts: frozenset[str]) -> Iterator[Node]:
    """Yield the part that is taken of a result where it stands, if it is one of some."""
    taken = parent_of(whole)
    if taken.child_by_field_name("value") == whole and taken.type == "subscript":
        if text(required(taken, "subscript")) in parts:
            yield taken
    elif taken.type == "attribute" and text(required(taken, "attribute")) in parts:
        yield taken


def _reads(bindings: Bindings, bound_at: Node) -> Iterator[Node]:
    """Yield the uses of a name that see one of its bindings, in the function in which it is bound."""
    scope = scope_of(bound_at)
    for each in bindings.occurrences_in(text(bound_at), bound_at.end_byte, scope.end_byte):
        if binding_at(each) is None and any(one.name_node == bound_at for one in reaching(each, bindings).bindings):
            yield each


def _comes_back(site: Site, part: Node) -> bool:
    """Say whether nothing is known to stop the derivative on one of the ways that a part takes."""
    return any(each is None for each in ways(site.engine, Expression(site.document, part), MOST_EXPRESSIONS))
