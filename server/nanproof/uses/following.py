"""What runs after an expression, on the paths that lead on from it; in a loop that is what stands before it, too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.changes.effects import Event, effects_of
from nanproof.changes.memory import Base
from nanproof.changes.stretch import note_read
from nanproof.changes.written import WRITES, places_written
from nanproof.names.scopes import COMPREHENSIONS, is_always_before, scope_of
from nanproof.names.syntax import called_name, inside, node_at, outwards, text
from nanproof.sites.site import Site

_BLOCKS = frozenset({"block", "module"})
_LOOPS = frozenset({"for_statement", "while_statement"})
_LEAVES = frozenset({"return_statement", "raise_statement"})
_ENDS = frozenset({"function_definition", "lambda", "class_definition"})
# Of these one runs, or another.
_ALTERNATIVES = frozenset({"block", "elif_clause", "else_clause", "case_clause"})
_BACKWARD = frozenset({"backward", "grad"})


@dataclass(frozen=True, slots=True)
class Later:
    """Something that runs afterwards and may change a value; `loop` is the one that comes round to it, if one does."""

    event: Event
    loop: Node | None = None

    def outlives(self, document_root: Node, made: Base) -> bool:
        """Say whether a value that was made somewhere is still the same when this runs: no loop made it anew."""
        place = made[1]
        if self.loop is None or not isinstance(place, tuple):
            return True
        start, end = place
        if not self.loop.start_byte <= start < self.event.node.start_byte:
            return True
        return not is_always_before(_statement(node_at(document_root, start, end)), self.event.node)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the text that runs afterwards: an expression with all that stands in it, or its own effect alone."""

    node: Node
    is_whole: bool = True
    loop: Node | None = None


def changes_after(site: Site, since: Node) -> tuple[Later, ...]:
    """Return what may change a value between an expression and the backward pass of what is computed of it."""
    parts = tuple(_parts_after(since))
    if not parts:
        return ()
    scope = around(since)
    note_read(site, since.start_byte, scope.end_byte)
    is_module = scope.type == "module"  # whose functions run elsewhere
    run = [
        (*(_run_in(site, part.node) if part.is_whole else _run_by(site, (part.node,))), part.loop)
        for part in parts
        if not (is_module and _is_function(part.node))
    ]
    passes = list(dict.fromkeys(each for backward, _, _ in run for each in backward))
    found = [Later(event, loop) for _, events, loop in run for event in events]
    return tuple(each for each in found if not _is_done(since, each, passes))


def around(node: Node) -> Node:
    """Return the function, the class or the module that an expression stands in, beyond its comprehensions."""
    scope = scope_of(node)
    while scope.type in COMPREHENSIONS:
        scope = scope_of(scope)
    return scope


def _parts_after(since: Node) -> Iterator[_Part]:
    child, parent = since, since.parent
    has_left = False
    while parent is not None and parent.type not in _ENDS:
        if parent.type in _LEAVES:
            has_left = True
        elif parent.type in _BLOCKS:
            for each in _behind(parent, child) if not has_left else ():
                yield _Part(each)
                has_left = each.type in _LEAVES
                if has_left:
                    break
        elif parent.type in _LOOPS:
            if not has_left:
                yield _Part(parent, loop=parent)
        elif parent.type == "try_statement":
            yield from (_Part(each) for each in _behind(parent, child))
        elif child.type not in _ALTERNATIVES:
            yield from (_Part(each) for each in _behind(parent, child))
            yield _Part(parent, is_whole=False)
        child, parent = parent, parent.parent


def _behind(parent: Node, child: Node) -> Iterator[Node]:
    return (each for each in parent.named_children if each.start_byte > child.start_byte)


def _run_in(site: Site, node: Node) -> tuple[tuple[Node, ...], tuple[Event, ...]]:
    return site.engine.once("run inside", node, lambda: _run_by(site, tuple(inside(node))))


def _run_by(site: Site, nodes: tuple[Node, ...]) -> tuple[tuple[Node, ...], tuple[Event, ...]]:
    """Return the backward passes among some nodes, and what the nodes themselves do that may change a value."""
    backward = tuple(each for each in nodes if _is_backward(each))
    return backward, tuple(event for each in nodes for event in _events(site, each))


def _events(site: Site, node: Node) -> Iterator[Event]:
    if node.type == "call":
        yield from effects_of(site, node)
    elif node.type in WRITES:
        yield from (Event(node, each) for each in places_written(node))


def _is_function(statement: Node) -> bool:
    return statement.type in ("function_definition", "decorated_definition")


def _statement(node: Node) -> Node:
    return [node, *outwards(node, *_BLOCKS)][-1]


def _is_backward(node: Node) -> bool:
    return called_name(node) in _BACKWARD and "retain_graph" not in text(node)


def _is_done(since: Node, later: Later, passes: list[Node]) -> bool:
    """Say whether a backward pass was made before a change, for certain, and none is made after it."""
    place = later.event.node.start_byte
    if later.loop is None:
        done = [each for each in passes if since.end_byte <= each.end_byte <= place]
        is_last = not any(each.start_byte >= place for each in passes)
        return is_last and any(is_always_before(_statement(each), later.event.node) for each in done)
    behind = [each for each in passes if since.end_byte <= each.end_byte <= later.loop.end_byte]
    body = later.loop.child_by_field_name("body")
    return len(passes) == 1 and any(_statement(each).parent == body for each in behind)
