"""What a condition that asks for something else leaves as it is: the `p` of `where(c, p, 1)`, `p.masked_fill(c, 1)`.

A condition on the value itself, or on what it is made of, is a mask, as far as anybody can tell; so is one that chooses
among the results again, `where(c, log(where(c, p, 1)), 0)`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.catalog.model import Domain
from nanproof.forms.expressions import Call, call_from, number_at
from nanproof.infer.parameters import calls_shown
from nanproof.infer.value import Deferred, Number
from nanproof.names.binding import Binds
from nanproof.names.functions import is_method, parameter_names
from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import inside, is_label, text
from nanproof.sites.site import Site
from nanproof.source.document import Document
from nanproof.uses.afterwards import covers

_CHOOSES = frozenset({"where", "masked_fill"})
_MOST_NAMES = 24


def left_as_it_is(site: Site, domain: Domain) -> Number | None:
    """Return what an operand is where a condition does not replace it, if that asks for nothing it is made of."""
    call = call_from(site, site.operand_node)
    if call is None or call.function not in _CHOOSES or not {"condition", "x", "y"} <= call.roles.keys():
        return None
    numbers = {role: number_at(site, call.roles[role]) for role in ("x", "y")}
    filled = [role for role, each in numbers.items() if _is_inside(each, domain)]
    if len(filled) != 1:
        return None
    left = "y" if filled == ["x"] else "x"
    if _asks_for(site, call, call.roles[left]) or _chooses_again(site, call.roles["condition"]):
        return None
    return numbers[left]


def _is_inside(number: Number | None, domain: Domain) -> bool:
    single = number.range.single if number is not None else None
    return single is not None and domain.holds(single)


def _chooses_again(site: Site, condition: Node) -> bool:
    chosen = (each.operand("condition") for each in covers(site))
    return any(text(each) == text(condition) for each in chosen if each is not None)


def _asks_for(site: Site, call: Call, left: Node) -> bool:
    """Say whether a condition is made of a name that what it leaves is made of too, here or where both are passed."""
    condition = call.roles["condition"]
    asked, made = (frozenset(_made_of(site, site.document, each)) for each in (condition, left))
    return not asked or not asked.isdisjoint(made) or _are_passed_together(site, scope_of(call.node), asked, made)


def _made_of(site: Site, document: Document, expression: Node) -> Iterator[str]:
    """Yield the names that an expression is made of, and those that these are made of."""
    bindings = site.engine.modules.bindings(document)
    waiting, seen = [expression], set[str]()
    while waiting and len(seen) < _MOST_NAMES:
        for name in inside(waiting.pop()):
            if name.type != "identifier" or is_label(name) or text(name) in seen or _is_module(site, document, name):
                continue
            seen.add(text(name))
            waiting += [each.value for each in reaching(name, bindings).bindings if each.value is not None]
    yield from seen


def _is_module(site: Site, document: Document, name: Node) -> bool:
    found = reaching(name, site.engine.modules.bindings(document)).bindings
    return bool(found) and all(each.kind is Binds.IMPORT for each in found)


def _are_passed_together(site: Site, function: Node, asked: frozenset[str], made: frozenset[str]) -> bool:
    """Say whether some call passes as parameters of both what is made of one name."""
    if function.type != "function_definition":
        return False
    parameters = parameter_names(function)[is_method(function) :]
    places = [[(at, name) for at, name in enumerate(parameters) if name in names] for names in (asked, made)]
    if not all(places):
        return False
    for caller, _, arguments in calls_shown(site.engine, site.document, function):
        given = [[arguments.given(*each) for each in some] for some in places]
        names = [
            {name for each in some if isinstance(each, Deferred) for name in _made_of(site, caller.document, each.node)}
            for some in given
        ]
        if not names[0].isdisjoint(names[1]):
            return True
    return False
