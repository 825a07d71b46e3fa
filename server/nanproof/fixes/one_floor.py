"""One value, one floor: the logarithm of what is divided by too takes the divisor's bound, and the other way round.

A likelihood is `log(v) + r² / v`. Where the two see different floors, the loss between them falls with v and nothing
pulls v back: the quotient has no gradient any more below its own floor, and the logarithm still has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from tree_sitter import Node

from nanproof.forms.expressions import Call, call_of, number_at
from nanproof.infer.value import Number
from nanproof.names.binding import Binding
from nanproof.names.reaching import reaching
from nanproof.names.syntax import bare, outwards, parts, sides, text
from nanproof.sites.site import Site

_BOUNDS = frozenset({"clip", "maximum"})
_STEPS = 6  # from a name to the operation: parentheses, factors, squares, a mask


@dataclass(frozen=True, slots=True)
class Beside:
    """An operation of a name: `divides`, or is a logarithm; `floor` is its mask's bound as written.

    `start` is where the name stands, `bindings` are those that reach it.
    """

    divides: bool
    number: Number
    floor: str | None = None
    start: int = 0
    bindings: tuple[Binding, ...] = ()


def operations_beside(site: Site, *, divides: bool) -> list[Beside]:
    """Return the divisions by what a site takes the logarithm of, or the logarithms of what it divides by."""
    name = _named(site, site.operand_node)
    if name is None:
        return []
    bindings = site.engine.modules.bindings(site.document)
    scope, asked = bindings.scope_of(site.node), f"operations of {text(name)} in {site.framework.name}"
    found = site.engine.once(asked, scope, lambda: tuple(_operations(site, text(name), scope)))
    kind = [each for each in found if each.divides is divides]
    bound = reaching(name, bindings).bindings if kind else ()
    return [each for each in kind if each.bindings == bound and not site.span.contains(each.start)]


def _operations(site: Site, name: str, scope: Node) -> Iterator[Beside]:
    """Yield the logarithms of a name, and the divisions by it, in a scope."""
    bindings = site.engine.modules.bindings(site.document)
    for each in bindings.occurrences_in(name, scope.start_byte, scope.end_byte):
        found = _operation(site, each) if bindings.scope_of(each) == scope else None
        if found is not None:
            yield replace(found, start=each.start_byte, bindings=reaching(each, bindings).bindings)


def _named(site: Site, node: Node) -> Node | None:
    """Return the name whose multiple, or whose square, an operand is."""
    node = bare(node)
    for _ in range(_STEPS):
        match sides(node):
            case left, "*", right:
                number = number_at(site, left)
                node = bare(right if number is not None and number.range.single is not None else left)
            case left, "**", _:
                node = bare(left)
            case _:
                return node if node.type == "identifier" else None
    return None


def _operation(site: Site, name: Node) -> Beside | None:
    """Return the logarithm or the division whose operand a name is, through factors, squares and a mask."""
    number = number_at(site, name)
    if number is None:
        return None
    node, floor = name, None
    around = (each for each in outwards(name) if each.type not in ("argument_list", "attribute"))
    for above in islice(around, _STEPS):
        if above.type == "binary_operator":
            _, operator, right = parts(above)
            if operator == "/" and right == node:
                return Beside(divides=True, number=number, floor=floor)
            if operator not in ("*", "**") or (operator == "**" and right == node):
                return None
        elif above.type != "parenthesized_expression":
            call = call_of(site, above)
            if call is None or node not in (call.operand, call.roles.get("y")):
                return None
            if call.function == "log" or (call.function == "divide" and node == call.roles.get("y")):
                return Beside(divides=call.function == "divide", number=number, floor=floor)
            if call.function not in _BOUNDS:
                return None
            floor = _floor(call)
        node = above
    return None


def _floor(mask: Call) -> str | None:
    """Return the lower bound of a mask where it is a number that is written out."""
    low = mask.roles.get("low" if mask.function == "clip" else "y")
    return text(low) if low is not None and bare(low).type in ("integer", "float") else None
