"""Whether a result is a divisor: what is infinite in its derivative at 0 is told of the division already.

And what else is divided by the same divisor: one that can be 0 is one fault, however often it divides.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, takewhile

from tree_sitter import Node

from nanproof.names.binding import Binding
from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, called_name, inside, is_a, is_label, outwards, parent_of, required, text
from nanproof.sites.called import site_of_call
from nanproof.sites.operators import OPERATIONS, is_division, site_of_operator
from nanproof.sites.site import Site

# The rules of what divides: a power does where its exponent is -1.
_OF_DIVISIONS = frozenset({"NAN102", "NAN103"})
_GIVES = ("argument_list", "attribute", "keyword_argument")
_PASSED = frozenset({"parenthesized_expression"})
_BY_NAMES = frozenset({"identifier", "binary_operator", "parenthesized_expression", "integer", "float"})


def is_divisor(site: Site) -> bool:
    """Say whether something is divided by a result, or by the name that holds it."""
    if _divides(site, site.node):
        return True
    assignment = _bare(site.node).parent
    if not is_a(assignment, "assignment"):
        return False
    target, scope = required(assignment, "left"), scope_of(site.node)
    bindings = site.engine.modules.bindings(site.document)
    uses = bindings.occurrences_in(text(target), assignment.end_byte, scope.end_byte)
    return any(_divides(site, each) for each in uses)


def divisions_by(site: Site, divisor: Node) -> Iterator[Site]:
    """Yield the operations of a scope that divide by the very divisor of a site, in order."""
    scope, bindings = scope_of(site.node), site.engine.modules.bindings(site.document)
    bound, first = names_bound(site, divisor), next(_names_in(divisor), divisor)
    for each in bindings.occurrences_in(text(first), scope.start_byte, scope.end_byte):
        same = _written_around(each, divisor)
        division = _division_by(site, same) if same is not None and names_bound(site, same) == bound else None
        if division is not None:
            yield division


def names_bound(site: Site, divisor: Node) -> tuple[tuple[Binding, ...], ...]:
    """Return what the names of a divisor are bound to where it stands."""
    bindings = site.engine.modules.bindings(site.document)
    return tuple(reaching(each, bindings).bindings for each in _names_in(divisor))


def divisor_by_names(site: Site) -> Node | None:
    """Return what a division divides by where names and attributes alone say what it is: `n`, `hi - lo`.

    None where something is called, and where an attribute is set in the function.
    """
    divisor = bare(site.operand_node)
    return divisor if all(_stays(site, each) for each in inside(divisor)) else None


def _stays(site: Site, part: Node) -> bool:
    if part.type == "attribute":
        scope, bindings = scope_of(site.node), site.engine.modules.bindings(site.document)
        set_at = (each.name_node for each in bindings.of_attribute(text(part.child_by_field_name("attribute"))))
        return not any(scope.start_byte <= each.start_byte < scope.end_byte for each in set_at)
    return part.type in _BY_NAMES


def _names_in(divisor: Node) -> Iterator[Node]:
    return (each for each in inside(divisor) if each.type == "identifier" and not is_label(each))


def _written_around(name: Node, divisor: Node) -> Node | None:
    """Return the expression around its first name that is written as a divisor is."""
    longest = divisor.end_byte - divisor.start_byte
    around = takewhile(lambda each: each.end_byte - each.start_byte <= longest, chain((name,), outwards(name)))
    return next((each for each in around if text(each) == text(divisor)), None)


def _bare(node: Node) -> Node:
    while is_a(node.parent, *_PASSED):
        node = node.parent
    return node


def _divides(site: Site, divisor: Node) -> bool:
    """Say whether something is divided by an expression; of `/` that is plain, whatever it divides."""
    parent = parent_of(_bare(divisor))
    if text(parent.child_by_field_name("operator")) in ("/", "/="):
        return required(parent, "right") == _bare(divisor)
    return _division_by(site, divisor) is not None


def _division_by(site: Site, divisor: Node) -> Site | None:
    """Return the operation that divides by an expression, however it is written, None where none does."""
    above = _bare(divisor).parent
    while is_a(above, *_GIVES):
        above = above.parent
    if is_a(above, *OPERATIONS):
        found = site_of_operator(site.document, site.engine, above)
    elif is_a(above, "call") and called_name(above) in site.engine.catalog.names_of_rules(_OF_DIVISIONS):
        found = site_of_call(site.document, site.engine, above)
    else:
        return None
    return found if found is not None and is_division(found) and bare(found.operand_node) == bare(divisor) else None
