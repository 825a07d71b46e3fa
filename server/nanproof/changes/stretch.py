"""What runs between two places of a scope: what can bind a name anew, and what can change a value where it lies.

A stretch begins behind a statement and ends with a later expression. Of a loop that only the expression stands in, all
of it has run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from tree_sitter import Node

from nanproof.changes.effects import Event, effects_of, is_builtin
from nanproof.changes.written import WRITES, places_written
from nanproof.names.binding import CHANGES, binding_at
from nanproof.names.bindings import MOVING
from nanproof.names.functions import is_property
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import called_name, inside, is_a, outwards, required, text, with_items
from nanproof.sites.site import Site

T = TypeVar("T")
_LOOPS = frozenset({"for_statement", "while_statement"})
_TAKING = re.compile(rb"\b(?:case|del)\b")
_MOVED = frozenset({"global_statement", "nonlocal_statement"})
_RUNNING = WRITES | {"call", "await", "yield", "decorator", "with_item", "for_statement"}


# Contexts that only name or time what stands in them.
_HARMLESS_CONTEXTS = frozenset({"name_scope", "variable_scope", "record_function", "suppress", "profile", "Trace"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """The text that runs after the value of a statement was computed, up to the end of an expression.

    `bound` is where a name of it may first be bound: the statement's own target. What stands around the expression has
    run only if it `repeats`, in a loop without the statement: `yield log(y)` hands over what was computed before.
    """

    site: Site
    since: Node
    until: Node
    bound: int
    start: int
    end: int
    repeats: bool = False

    def rebinds(self, name: str) -> bool:
        """Say whether a name may be bound anew, deleted, or belong to others who may bind it."""
        bindings = self.site.engine.modules.bindings(self.site.document)
        if self._belongs_to_others(name):
            return True
        self._note_read()
        here = bindings.occurrences_in(name, self.bound, self.end)
        return any(binding_at(each) is not None or is_taken(each) for each in here)

    def hands_over(self, name: str) -> bool:
        """Say whether a name belongs to others who may bind it, or is captured by a pattern, or deleted."""
        bindings = self.site.engine.modules.bindings(self.site.document)
        if self._belongs_to_others(name):
            return True
        here = bindings.occurrences_in(name, self.start, self.end) if may_be_taken(self.site) else ()
        return any(map(is_taken, here))

    def is_shared(self, name: Node) -> bool:
        """Say whether other functions see what a name of the scope holds."""
        return self._belongs_to_others(text(name)) or is_captured(self.site, name)

    def _belongs_to_others(self, name: str) -> bool:
        """Say whether `global` or `nonlocal` lets another function bind a name of the scope."""
        bindings = self.site.engine.modules.bindings(self.site.document)
        scope = bindings.scope_of(self.until)
        if bindings.search(MOVING) is None:
            return False  # seldom otherwise; where a name occurs is then no question
        moves = [each for each in bindings.occurrences(name) if _is_moved(each)]
        if not bindings.of(name, scope):
            return bool(moves)
        return any(scope.start_byte <= each.start_byte < scope.end_byte for each in moves)

    def sets_attribute(self, attribute: str) -> bool:
        """Say whether an attribute of that name may be set, here or by what is called."""
        bindings = self.site.engine.modules.bindings(self.site.document)
        if any(self.bound <= each.name_node.start_byte < self.end for each in bindings.of_attribute(attribute)):
            return True
        return any(each.target is None or text(each.target).endswith(f".{attribute}") for each in self.events())

    def asks_a_property(self, expression: Node) -> bool:
        """Say whether an attribute of an expression is a property of a class of the file, which is a call."""
        bindings = self.site.engine.modules.bindings(self.site.document)
        attributes = {
            text(each.child_by_field_name("attribute")) for each in inside(expression) if is_a(each, "attribute")
        }
        spelt = (each.parent for attribute in attributes for each in bindings.occurrences(attribute))
        return any(is_property(each) for each in spelt if is_a(each, "function_definition"))

    def once(self, what: str, node: Node, work: Callable[[], T]) -> T:
        """Return what is found out of an expression for this stretch, found out once: each repair asks for the same."""
        stretch = f"{type(self).__name__} since {self.since.id} until {self.until.id}"
        asked = f"{what} in {stretch} of {self.site.framework.name}"
        return self.site.engine.once(asked, node, work, self.end)

    def events(self) -> tuple[Event, ...]:
        """Return what runs that may change a value."""
        return self.once("events", self.until, lambda: tuple(self._events()))

    def _events(self) -> Iterator[Event]:
        # What a context does when it is left stands nowhere in the text between.
        yield from (Event(clause_of(each)) for each in self.other_contexts())
        for node in self._run():
            yield from self.site.engine.once("events", node, partial(_events_at, self.site, node))

    def goes_back(self) -> bool:
        """Say whether a backward pass runs, which adds to the gradients where they lie."""
        return any(called_name(node) == "backward" for node in self._run())

    def _run(self) -> Iterator[Node]:
        self._note_read()
        scope = self.site.engine.modules.bindings(self.site.document).scope_of(self.until)
        for node, start, end in _running(self.site, scope):
            if self.start <= start and end <= self.end and not self._follows(node):
                yield node

    def _follows(self, node: Node) -> bool:
        """Say whether something around the expression runs once that is computed, and not before."""
        is_around = node.start_byte < self.until.start_byte and self.until.end_byte <= node.end_byte
        return is_around and not self.repeats

    def other_contexts(self) -> Iterator[Node]:
        """Yield the `with` statements that only one of the two places stands in; there, other rules may hold."""
        once = self.site.engine.modules.bindings(self.site.document).once
        around, inside = once(_contexts, self.since), once(_contexts, self.until)
        yield from (each for each in around if each not in inside)
        yield from (each for each in inside if each not in around)

    def nodes_of_scope(self) -> Iterator[Node]:
        """Yield what may run in the scope; of a module, not what functions hold."""
        yield from _within(scope_of(self.until))

    def note_read_before(self) -> None:
        """Note that all is read that may have run in the scope until the end of the stretch."""
        note_read(self.site, scope_of(self.until).start_byte, self.end)

    def _note_read(self) -> None:
        note_read(self.site, self.bound, self.end)


def stretch(site: Site, since: Node, until: Node) -> Stretch:
    """Return what runs between a statement and an expression of the same scope."""
    statement = since
    while is_a(statement.parent, "assignment", "expression_statement"):
        statement = statement.parent
    bound, start, end, repeats = statement.start_byte, since.end_byte, until.end_byte, False
    once = site.engine.modules.bindings(site.document).once
    around = once(_loops, since)
    for loop in once(_loops, until):
        if loop not in around:
            bound, start, end = min(bound, loop.start_byte), min(start, loop.start_byte), max(end, loop.end_byte)
            repeats = True
    return Stretch(site, since, until, bound, start, end, repeats)


def _loops(node: Node) -> tuple[Node, ...]:
    """Return the loops that a node stands in, itself where it is one."""
    return tuple(each for each in (node, *outwards(node)) if each.type in _LOOPS)


def _running(site: Site, scope: Node) -> tuple[tuple[Node, int, int], ...]:
    """Return what runs in a scope and may change a value, with its offsets; of a module, not what its functions do."""
    return site.engine.once("what runs", scope, lambda: _placed(scope, _RUNNING))


def _placed(scope: Node, types: frozenset[str]) -> tuple[tuple[Node, int, int], ...]:
    return tuple((each, each.start_byte, each.end_byte) for each in _within(scope) if each.type in types)


def _events_at(site: Site, node: Node) -> tuple[Event, ...]:
    return tuple(_events_of(site, node))


def _events_of(site: Site, node: Node) -> Iterator[Event]:
    if node.type == "call":
        yield from effects_of(site, node)
    elif node.type in WRITES:
        yield from (Event(node, each) for each in places_written(node))
    elif not _is_idle(site, node):
        yield Event(node)


def _is_idle(site: Site, node: Node) -> bool:
    """Say whether a loop runs no code of a generator, or a context none of its own."""
    if node.type == "for_statement":
        return not _iterates(site, node)
    return _is_harmless(node)


def note_read(site: Site, start: int, end: int) -> None:
    """Note which pieces of the text are read."""
    bindings = site.engine.modules.bindings(site.document)
    index = bindings.piece_at(start)
    is_within = index >= 0 and bindings.pieces[index].end >= end
    pieces = (each for each in bindings.pieces if each.start < end and each.end > start)
    read = [max(piece.start, start) for piece in pieces if is_within or piece.function is None]
    bindings.dependencies.offsets.update(read)
    if len(read) > 1:
        bindings.dependencies.stretches.add((read[0], read[-1]))


def _within(scope: Node) -> Iterator[Node]:
    """Yield what stands in a scope; of a module, not what functions hold."""
    waiting, enters_functions = [scope], scope.type != "module"
    while waiting:
        node = waiting.pop()
        yield node
        if enters_functions or node.type != "function_definition":
            waiting += node.named_children


def may_be_taken(site: Site) -> bool:
    """Say whether the file has any pattern of `match`, or any `del`."""
    return site.engine.modules.bindings(site.document).search(_TAKING) is not None


def is_taken(name: Node) -> bool:
    """Say whether an identifier stands in a pattern of `match`, which captures, or in a `del` statement."""
    return any(each.type in ("case_pattern", "delete_statement") for each in outwards(name, "block", "module"))


def is_changed_elsewhere(site: Site, name: Node) -> bool:
    """Say whether a function inside the scope changes what a name of it holds."""
    bindings = site.engine.modules.bindings(site.document)
    scope = bindings.scope_of(name)
    for each in bindings.occurrences_in(text(name), scope.start_byte, scope.end_byte):
        binding = binding_at(each)
        if binding is not None and binding.kind in CHANGES and bindings.scope_of(each) != scope:
            return True
    return False


def is_captured(site: Site, name: Node) -> bool:
    """Say whether a function inside the scope uses a name."""
    bindings = site.engine.modules.bindings(site.document)
    scope = bindings.scope_of(name)
    occurrences = bindings.occurrences_in(text(name), scope.start_byte, scope.end_byte)
    return any(bindings.scope_of(each) != scope for each in occurrences)


def _is_moved(name: Node) -> bool:
    return is_a(name.parent, *_MOVED)


def _contexts(node: Node) -> list[Node]:
    found, above = [], node.parent
    while above is not None and above.type not in ("function_definition", "lambda"):
        if node.start_byte >= _body_start(above) and not _is_all_harmless(above):
            found.append(above)
        above = above.parent
    return found


def clause_of(statement: Node) -> Node:
    """Return the contexts of a `with` statement as they are written."""
    return next((each for each in statement.named_children if each.type == "with_clause"), statement)


def _body_start(statement: Node) -> int:
    body = statement.child_by_field_name("body")
    return body.start_byte if body is not None else statement.end_byte


def _is_all_harmless(statement: Node) -> bool:
    return all(map(_is_harmless, with_items(statement)))


def _is_harmless(item: Node) -> bool:
    value = item.child_by_field_name("value")
    if is_a(value, "as_pattern"):
        value = value.named_children[0]
    return called_name(value) in _HARMLESS_CONTEXTS


def _iterates(site: Site, loop: Node) -> bool:
    """Say whether a loop may run the code of a generator."""
    right = required(loop, "right")
    if right.type in ("list", "tuple", "string"):
        return False
    return not is_builtin(site, required(right, "function") if right.type == "call" else right, {"range"})
