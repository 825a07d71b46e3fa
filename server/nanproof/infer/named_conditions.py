"""Conditions under a name: `ok = n > 0`, and later `if ok:`, say of `n` what they say where they are written out.

As long as they were asked of what the names still hold where the use stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import takewhile

from tree_sitter import Node

from nanproof.infer.comparisons import Comparison, comparisons
from nanproof.infer.guards import Guards, Said, Sayings
from nanproof.infer.meeting import is_set_between, since
from nanproof.names.binding import Binding, Binds, filled_where
from nanproof.names.bindings import Bindings
from nanproof.names.reaching import reaching
from nanproof.names.scopes import COMPREHENSIONS, enclosing
from nanproof.names.syntax import code_in, inside, is_a, is_label, outwards, parent_of, required, text

_LONGEST_CHAIN = 3  # `ok = n > 0; fine = ok; if fine:` and no further
_HOLDS = {"!=": True, "==": False}  # what `if ok:` and `if not ok:` are read as
_LOOPS = frozenset({"for_statement", "while_statement"})

_PASSING = COMPREHENSIONS | {"lambda"}


def stands_for(bindings: Bindings, condition: Node) -> Node:
    """Return the comparison that a name stands for: `mask = x > 0; where(mask, ...)`, `low, high = x < 0, x > 1`."""
    if condition.type != "identifier":
        return condition
    found = reaching(condition, bindings).bindings
    value = item_written(found[0].value, found[0].path) if len(found) == 1 else None
    return value if value is not None and found[0].kind is Binds.ASSIGNMENT else condition


def item_written(value: Node | None, path: tuple[int | None, ...]) -> Node | None:
    """Return the expression that is unpacked at some indices, where each is written out."""
    for index in path:
        items = code_in(value) if is_a(value, "expression_list", "tuple", "list") else []
        certain = takewhile(lambda each: each.type != "list_splat", items)
        value = next((each for place, each in enumerate(certain) if place == index), None)
    return value


def _made(bindings: Bindings, condition: Node) -> Node:
    """Return what a name stands for, or the `ok &= b > 0` that makes it of what it stood for before."""
    made = stands_for(bindings, condition)
    if made != condition or condition.type != "identifier":
        return made
    match reaching(condition, bindings).bindings:
        case [Binding(Binds.AUGMENTED, statement=statement)]:
            return statement
        case _:
            return condition


def replacements(bindings: Bindings, binding: Binding) -> Iterator[Comparison]:
    """Yield what holds of the elements that an assignment to `x[condition]` leaves alone, or `np.place(x, c, v)`."""
    if binding.kind is not Binds.ITEM:
        return
    holder, written, condition = binding.name_node, parent_of(binding.name_node), filled_where(binding)
    while is_a(written, "attribute"):
        written = parent_of(written)
    if is_a(written, "subscript"):
        indices = written.children_by_field_name("subscript")
        holder, condition = required(written, "value"), indices[0] if len(indices) == 1 else None
    if condition is None:
        return
    for comparison in comparisons(condition, holds=False, spelt=partial(as_it_was, bindings, binding.statement)):
        if comparison.subject == text(holder):
            yield comparison


def as_it_was(bindings: Bindings, use: Node, condition: Node) -> Node:
    """Return what a name stands for, as long as that says the same where it is used as where it was written."""
    made = _made(bindings, condition)
    return made if made == condition or _still_holds(bindings, made, use) else condition


def said_at(guards: Guards, bindings: Bindings, use: Node) -> Sayings:
    """Return what holds at a node by subject, also by conditions that have a name.

    What is found is not kept: each question is to note what of the document it rests on.
    """
    said = guards.at(use)
    found = [one for each in guards.of_names(use) for one in _spelt_out(bindings, each, use, _LONGEST_CHAIN)]
    if not found:
        return said
    added = dict(said)
    for one in found:
        added[one.comparison.subject] = (*added.get(one.comparison.subject, ()), one)
    return added


def _spelt_out(bindings: Bindings, said: Said, use: Node, longest: int) -> Iterator[Said]:
    """Yield what the condition says that a name stands for, and what those say that it is made of."""
    holds = _HOLDS.get(said.comparison.operator)
    if holds is None or said.comparison.bound is not None or longest <= 0 or (name := _named(said)) is None:
        return
    made = _made(bindings, name)
    if made == name or made.end_byte > name.start_byte or not _is_asked_in(bindings, made, name):
        return
    for comparison in comparisons(made, holds=holds):
        one = Said(comparison, made)
        if comparison.subject.isidentifier():
            yield from _spelt_out(bindings, one, use, longest - 1)
        if _still_holds(bindings, made, use):
            yield one


def _is_asked_in(bindings: Bindings, made: Node, name: Node) -> bool:
    """Say whether a condition is asked by its name where it was made, or in a lambda or comprehension there."""
    home, scope = bindings.scope_of(made), bindings.scope_of(name)
    while scope != home and scope.type in _PASSING and (outer := enclosing(scope)) is not None:
        scope = outer
    return scope == home


def _named(said: Said) -> Node | None:
    """Return where a condition names what it says something of."""
    names = (each for each in inside(said.condition) if each.type == "identifier" and not is_label(each))
    return next((each for each in names if text(each) == said.comparison.subject), None)


def _still_holds(bindings: Bindings, condition: Node, use: Node) -> bool:
    """Say whether what a condition was asked of is at a use what it was: no name in it is bound in between.

    A loop around the use alone runs as a whole between the two, in its later passes.
    """
    start, end = since(condition, use)
    around = [each for each in outwards(use) if each.type in _LOOPS and each.start_byte >= condition.end_byte]
    stretches = [(each.start_byte, each.end_byte) for each in around]
    for each in inside(condition):
        if each.type != "identifier":
            continue
        name = text(each)
        if is_label(each):
            if any(is_set_between(bindings, name, *stretch) for stretch in ((start, end), *stretches)):
                return False
        elif (
            bindings.bound_between(name, start, end, use)
            or any(bindings.bound_between(name, *stretch) for stretch in stretches)
            or _is_another(bindings, name, condition, use)
        ):
            return False
    return True


def _is_another(bindings: Bindings, name: str, condition: Node, use: Node) -> bool:
    """Say whether a name is one of its own in a lambda, or another scope, that a use stands in and a condition not."""
    home, scope = bindings.scope_of(condition), bindings.scope_of(use)
    while scope != home:
        outer = enclosing(scope)
        if outer is None or bindings.of(name, scope):
            return True
        scope = outer
    return False
