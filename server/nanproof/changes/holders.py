"""What else leads to a value: a container or an object that it was put into, by a name, by a call.

Who holds a value can change it, and says nothing of its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.changes.effects import effects_of
from nanproof.changes.memory import Base, Bases, bases, is_container, reached
from nanproof.changes.mutations import ATTRIBUTE_SETTERS, METHODS_THAT_HOLD
from nanproof.changes.stretch import Stretch
from nanproof.changes.written import Called, taken_apart
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import code_in, is_a, required, text
from nanproof.sites.site import Site

_VALUELESS = frozenset({"integer", "float", "string", "true", "false", "none", "comparison_operator", "not_operator"})
_PATTERNS = frozenset({"pattern_list", "tuple_pattern", "list_pattern", "list_splat_pattern"})
# A value put into what was put into something is followed so far.
_ROUNDS = 2
MOST_STORES = 500

_Put = tuple[frozenset[Base], frozenset[Base], frozenset[Base]]


@dataclass(frozen=True, slots=True)
class Held:
    """Where a value may lie, None where nobody knows, and the objects and functions through which it is reached."""

    lies: Bases
    within: frozenset[Base] = frozenset()


@dataclass(frozen=True, slots=True)
class _Store:
    """A value that is put somewhere: `into` a place or a `base`, whose memory it is then, or within reach of others."""

    value: Node
    into: Node | None = None
    base: Base | None = None
    by: tuple[Node, ...] = ()


def held_by(between: Stretch, leaf: Node) -> Held:
    """Return what leads to a value up to the end of a stretch."""
    site, lies = between.site, bases(between.site, leaf)
    if lies is None:
        return Held(None)
    found, within = lies, frozenset[Base]()
    put = site.engine.once("put", scope_of(between.until), lambda: _all_put(between), between.end)
    if put is None:
        return Held(None)
    for _ in range(_ROUNDS):
        for value, place, through in put:
            if value & found or place & found:
                found, within = found | value | place, within | through
    return Held(found, within)


def _all_put(between: Stretch) -> list[_Put] | None:
    """Return what is put anywhere up to the end of a stretch, None where that is too much to be looked at."""
    between.note_read_before()
    placed = between.site.engine.once("stores", scope_of(between.until), lambda: tuple(_stores(between)))
    stores = [store for end, store in placed if end <= between.end]
    if len(stores) > MOST_STORES:
        return None
    return [each for store in stores if (each := _put(between.site, store)) is not None]


def _put(site: Site, store: _Store) -> _Put | None:
    """Return where a value lies that is put somewhere, where it lies then too, and through what it is reached."""
    value = bases(site, store.value)
    place = bases(site, store.into) if store.into is not None else frozenset()
    if value is None or place is None:
        return None
    place |= {store.base} if store.base is not None else set()
    through = [reached(site, each) for each in store.by]
    return value, place, frozenset(base for each in through if each is not None for base in each)


def _stores(between: Stretch) -> Iterator[tuple[int, _Store]]:
    """Yield what is put anywhere in the scope of a stretch, and where the text that does so ends."""
    for node in between.nodes_of_scope():
        for store in _stores_of(between, node):
            yield node.end_byte, store


def _stores_of(between: Stretch, node: Node) -> Iterator[_Store]:
    if node.type == "assignment":
        yield from _assigned(between, node)
    elif node.type == "augmented_assignment":
        yield from _extended(between.site, node)
    elif node.type == "call":
        yield from _by_call(between.site, node)


def _assigned(between: Stretch, statement: Node) -> Iterator[_Store]:
    """Yield what an assignment puts into attributes, items, and names that other functions use."""
    value = statement.child_by_field_name("right")
    while is_a(value, "assignment"):
        value = value.child_by_field_name("right")
    if value is None or value.type in _VALUELESS:
        return
    waiting = [required(statement, "left")]
    while waiting:
        target = waiting.pop()
        if target.type in _PATTERNS:
            waiting += target.named_children
        elif target.type == "subscript":
            held = required(target, "value")
            yield _Store(value, held, by=_holder(held))
        elif target.type == "attribute":
            yield _Store(value, target, by=_holder(target))
        elif between.is_shared(target):
            yield _Store(value, base=("global", text(target)))


def _extended(site: Site, statement: Node) -> Iterator[_Store]:
    """Yield what `l += [z]` puts into a list, or a dictionary."""
    place, value = required(statement, "left"), required(statement, "right")
    if is_container(site, value):
        yield _Store(value, place, by=_holder(place))


def _holder(place: Node) -> tuple[Node, ...]:
    return (required(place, "object"),) if place.type == "attribute" else ()


def _by_call(site: Site, call: Node) -> Iterator[_Store]:
    """Yield what a call may keep of what it is given."""
    called = taken_apart(site, call)
    values = [each for each in (*called.given, *called.keywords.values()) if each.type not in _VALUELESS]
    if called.name in ATTRIBUTE_SETTERS:
        yield from _set(called, values)
    is_statement = is_a(call.parent, "expression_statement")
    if called.receiver is not None and called.name in METHODS_THAT_HOLD and is_statement:
        yield from (_Store(each, called.receiver, by=_holder(called.receiver)) for each in values)
        return
    for event in effects_of(site, call):
        if event.target is None:
            yield from (_Store(each, by=tuple(other for other in event.given if other != each)) for each in values)


def _set(called: Called, values: list[Node]) -> Iterator[_Store]:
    names = [each for each in called.given if each.type == "string"]
    contents = [child for each in names for child in code_in(each) if child.type == "string_content"]
    yield from (_Store(each, base=("attribute", text(name))) for name in contents for each in values)
