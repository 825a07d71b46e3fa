"""What a call or a statement does to the values that it is given: nothing, write into one of them, or nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.changes.mutations import (
    CODE,
    FOR_ALL,
    ITERATING,
    LIBRARY_FUNCTIONS_THAT_CHANGE,
    METHODS_THAT_CHANGE,
    PURE_BUILTINS,
    PURE_METHODS,
    RANDOM,
    RUN_ANYTHING,
    UPDATES,
)
from nanproof.changes.written import Called, changed_by, is_in_place, taken_apart
from nanproof.names.binding import SELF, Binds
from nanproof.names.reaching import reaching
from nanproof.names.syntax import called_name, inside, is_a, required, text
from nanproof.sites.site import Site


@dataclass(frozen=True, slots=True)
class Event:
    """Something that runs and may change a value: `target` for certain, or any of what is `given` to it.

    What is given nothing may still change what others can reach, too.
    """

    node: Node
    target: Node | None = None
    given: tuple[Node, ...] = ()

    @property
    def tells_all(self) -> bool:
        """Say whether it changes how everything after it is computed."""
        return called_name(self.node) in FOR_ALL

    @property
    def runs_code(self) -> bool:
        """Say whether it runs a text that nobody sees, as `exec` does."""
        callee = required(self.node, "function") if self.node.type == "call" else None
        return text(callee) in CODE

    @property
    def updates(self) -> bool:
        """Say whether it may be what changes variables: an optimizer's step."""
        return called_name(self.node) in UPDATES

    @property
    def written(self) -> str:
        """What runs, as a sentence names it."""
        name = called_name(self.node) if self.node.type == "call" else ""
        return f"{name}()" if name else " ".join(text(self.node).split())


def events_in(site: Site, expression: Node) -> Iterator[Event]:
    """Yield what may change a value, or draw another one each time, when an expression is evaluated."""
    for node in inside(expression):
        if node.type == "call":
            yield from effects_of(site, node)
            if called_name(node) in RANDOM:
                yield Event(node)


def effects_of(site: Site, call: Node) -> tuple[Event, ...]:
    """Return what a call may change: first what it does for certain."""
    return site.engine.once("effects", call, lambda: tuple(_effects(site, call)))


def _effects(site: Site, call: Node) -> Iterator[Event]:
    called = taken_apart(site, call)
    changed = changed_by(site, called)
    yield from (Event(call, each) for each in changed)
    if not _is_known(site, called):
        through = called.callee if called.receiver is None else called.receiver
        given = (*called.given, *called.keywords.values(), through)
        yield Event(call, None, tuple(each for each in given if each not in changed))


def _is_known(site: Site, called: Called) -> bool:
    """Say whether a call does nothing else than what is known of it."""
    given = (*called.given, *called.keywords.values())
    if called.name in RUN_ANYTHING or any(_is_code(site, each) for each in given):
        return False
    if called.is_function or called.qualified in LIBRARY_FUNCTIONS_THAT_CHANGE:
        return True
    if called.receiver is not None and is_in_place(called.name) and text(called.receiver) not in SELF:
        return True
    if is_builtin(site, called.callee, PURE_BUILTINS):
        return called.name not in ITERATING or not any(_is_lazy(site, each) for each in given)
    return _is_pure_method(site, called)


def _is_code(site: Site, given: Node) -> bool:
    """Say whether an argument is a function of the user's, which a call may run."""
    if given.type == "lambda":
        return True
    if given.type != "identifier":
        return False
    found = reaching(given, site.engine.modules.bindings(site.document)).bindings
    return any(each.kind is Binds.FUNCTION for each in found)


def _is_lazy(site: Site, given: Node) -> bool:
    """Say whether a name may hold a generator, which runs when its elements are asked for."""
    if given.type != "identifier":
        return False
    found = reaching(given, site.engine.modules.bindings(site.document)).bindings
    values = [each.value for each in found if each.kind is Binds.ASSIGNMENT and not each.path]
    made = [each for each in values if is_a(each, "call", "generator_expression")]
    return any(each.type != "call" or not taken_apart(site, each).is_function for each in made)


def _is_pure_method(site: Site, called: Called) -> bool:
    if called.receiver is None or called.name in METHODS_THAT_CHANGE:
        return False
    catalog = site.engine.catalog
    return called.name in PURE_METHODS or any(
        catalog.method(called.name, each) is not None for each in catalog.frameworks
    )


def is_builtin(site: Site, callee: Node, names: frozenset[str] | set[str]) -> bool:
    """Say whether a callee is one of some functions of Python itself."""
    if text(callee) not in names:
        return False
    return site.engine.names.qualified(site.document, callee) == f"builtins.{text(callee)}"
