"""What the elements of a call's result are written out by: of a range its ends alone, however many lie between.

A range begins with 0 for every length. What an end is by the default of a parameter that nobody passes, it is.
"""

from __future__ import annotations

from tree_sitter import Node

from nanproof.catalog.model import Function
from nanproof.forms.expressions import number_at
from nanproof.infer.operands import Roles
from nanproof.infer.trained import is_untrained
from nanproof.infer.value import Deferred
from nanproof.names.binding import Binding, Binds
from nanproof.names.reaching import reaching
from nanproof.names.syntax import code_in, is_a, parent_of, text
from nanproof.sites.site import Site

RANGES = frozenset({"arange", "linspace"})
VARIABLES = frozenset({"parameter"})
_BY_ROLE = ("x", "y", "value", "low", "high")
_NUMBERS = ("integer", "float")


def elements_from(site: Site, function: Function, roles: Roles) -> tuple[Node, ...] | None:
    """Return what the elements of a result are given by; None of a variable that is trained."""
    if function.name in VARIABLES:
        given = roles.get("initial")
        return (given.node,) if isinstance(given, Deferred) and is_untrained(site.engine, roles) else None
    found = tuple(each.node for role in _BY_ROLE if isinstance(each := roles.get(role), Deferred))
    if function.name not in RANGES:
        return found
    if function.name == "arange":
        found = found[: len(found) - 1]  # the end itself is not among them, and one argument is the end
    return tuple(each for each in found if _is_an_end(site, each) and not _is_a_default(site, each))


def adds_axes(subscript: Node) -> bool:
    """Say whether an index picks all there is, and gives it other axes: `s[None]`, `s[:, None]`, `s[..., None]`."""
    indices = subscript.children_by_field_name("subscript")
    parts = [each for index in indices for each in (code_in(index) if is_a(index, "tuple") else [index])]
    return bool(parts) and all(text(each) in ("None", ":", "...") or _is_new_axis(each) for each in parts)


def table_of_a_module(site: Site, name: Node) -> Node | None:
    """Return what a module binds a name to once, and nothing writes to, as other scopes read it."""
    bindings = site.engine.modules.bindings(site.document)
    match reaching(name, bindings).bindings:
        case [Binding(Binds.ASSIGNMENT, path=(), value=Node() as value, statement=statement)] if (
            bindings.scope_of(statement).type == "module"
        ):
            return value if bindings.scope_of(name).type != "module" else None
        case _:
            return None


def _is_new_axis(index: Node) -> bool:
    return text(index).rpartition(".")[2] == "newaxis"


def _is_an_end(site: Site, node: Node) -> bool:
    """Say whether an end is known: of one that is not, no value is told."""
    number = number_at(site, node)
    return number is None or bool(number.range.points)


def _is_a_default(site: Site, node: Node) -> bool:
    """Say whether an end is a parameter that is a number unless somebody passes another, as nobody does."""
    found = reaching(node, site.engine.modules.bindings(site.document)).bindings if is_a(node, "identifier") else ()
    if len(found) != 1 or found[0].kind is not Binds.PARAMETER:
        return False
    default, number = parent_of(found[0].name_node).child_by_field_name("value"), number_at(site, node)
    if not is_a(default, *_NUMBERS) or number is None:
        return False
    return [each.value for each in number.range.points] == [float(text(default))]
