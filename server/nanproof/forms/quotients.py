"""What a division divides, however it is written.

`a` of `a / b`, `torch.div(a, b)` and `a.div(b)`, and of `a * b.reciprocal()`, `a * (1 / b)` and `a * b ** -1`: where 1
is divided, and the quotient is a factor of a product, that is the other factor.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tree_sitter import Node

from nanproof.forms.expressions import call_of, number_at
from nanproof.infer.value import Number, python_number
from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, is_a, required, text
from nanproof.sites.operators import number_divided
from nanproof.sites.site import Site

_PRODUCTS = ("*", "*=")
_MOST_USES = 6


def what_is_divided(site: Site) -> Number | None:
    """Return what is known of what is divided."""
    written = divided_node(site)
    if written is not None:
        return number_at(site, written)
    return python_number(1.0, is_integer=False) if number_divided(site) == 1 else None


def divided_node(site: Site) -> Node | None:
    """Return what is divided as it is written, None where nothing is: of a reciprocal that is no factor."""
    factor = next(_factors(site, site.node), None) if number_divided(site) == 1 else None
    return factor or (site.roles.get("x") if site.function.operand == "y" else None)


def _factors(site: Site, quotient: Node) -> Iterator[Node]:
    """Yield what a quotient is multiplied with, where it stands or by the name that it is given."""
    node = quotient
    while is_a(node.parent, "parenthesized_expression"):
        node = node.parent
    above = node.parent
    if above is None:
        return
    if above.type in ("binary_operator", "augmented_assignment"):
        if text(above.child_by_field_name("operator")) in _PRODUCTS:
            left, right = required(above, "left"), required(above, "right")
            yield right if left == node else left
    elif above.type == "assignment" and is_a(above.child_by_field_name("left"), "identifier"):
        yield from _factors_of_name(site, required(above, "left"), above)
    elif above.type in ("argument_list", "keyword_argument", "attribute"):
        yield from _factors_of_call(site, node)


def _factors_of_name(site: Site, name: Node, assignment: Node) -> Iterator[Node]:
    bindings = site.engine.modules.bindings(site.document)
    uses = bindings.occurrences_in(text(name), assignment.end_byte, scope_of(assignment).end_byte)
    for each in islice(uses, _MOST_USES):
        bound = reaching(each, bindings).bindings
        is_read = not (is_a(each.parent, "assignment") and each.parent.child_by_field_name("left") == each)
        if is_read and len(bound) == 1 and bound[0].statement == assignment:
            yield from _factors(site, each)


def _factors_of_call(site: Site, factor: Node) -> Iterator[Node]:
    """Yield the other factor of `mul(a, factor)`, `a.mul(factor)` and `factor.mul(a)`."""
    above = factor.parent
    while is_a(above, "argument_list", "keyword_argument", "attribute"):
        above = above.parent
    call = call_of(site, above) if is_a(above, "call") else None
    if call is None or call.function != "multiply" or "y" not in call.roles:
        return
    sides = (call.roles["x"], call.roles["y"])
    if any(bare(each) == bare(factor) for each in sides):
        yield sides[0] if bare(sides[1]) == bare(factor) else sides[1]
