"""Reaching definitions: which bindings of a name can have made the value that a use sees.

Walks backwards from the use through the statements before it. Branches join, a branch that leaves (return, raise,
continue, break) does not reach what follows, a loop's body reaches its own beginning. Seen from another scope (a
closure, a method that reads a global), every binding of the owning scope counts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from tree_sitter import Node

from nanproof.names.binding import Binding, Binds, Reaching
from nanproof.names.bindings import Bindings
from nanproof.names.leaving import block_in, leaves
from nanproof.names.scopes import COMPREHENSIONS, LOCAL, SCOPES, block_of, enclosing, scope_of
from nanproof.names.syntax import required, text

_BLOCKS = frozenset({"module", "block", "ERROR"})
_LOOPS = frozenset({"for_statement", "while_statement"})


def reaching(use: Node, bindings: Bindings) -> Reaching:
    """Return the bindings that reach an identifier. None reach a builtin or a star-imported name."""
    held = bindings.reaching.get(use.id)
    if held is None:
        held = bindings.reaching[use.id] = _reaching(use, bindings)
    if not held.is_local:
        name, starts = text(use), tuple(each.name_node.start_byte for each in held.bindings)
        bindings.dependencies.name(name, None, starts)
        if held.owner is not None:
            bindings.dependencies.name(name, held.owner, starts)
    return held


def reached_from(target: Node, uses: Iterable[Node], bindings: Bindings) -> Iterator[Node]:
    """Yield those of some uses of a name that may read what is bound at one place."""
    return (each for each in uses if any(one.name_node == target for one in reaching(each, bindings).bindings))


def _reaching(use: Node, bindings: Bindings) -> Reaching:
    name = text(use)
    home = bindings.scope_of(use)
    is_local, owner = True, home.start_byte if home.type == "class_definition" else None
    scope: Node | None = home
    while scope is not None:
        is_local = is_local and scope.type in LOCAL
        found = bindings.of(name, scope)
        if found and (scope == home or scope.type != "class_definition"):
            walk = _Walk(found, lambda block: bindings.once(_statements, block))
            reached = walk.backwards_from(use, scope) if scope == home else walk.at_the_end_of(scope)
            return replace(reached, is_local=is_local, owner=owner)
        scope = enclosing(scope)
    return Reaching((), certain=False, owner=owner)


class _Walk:
    """One question: the bindings of one name in one scope, and the walk to those that reach."""

    def __init__(self, bindings: tuple[Binding, ...], statements: Callable[[Node], _Statements]) -> None:
        self._bindings = bindings
        self._starts = [each.name_node.start_byte for each in bindings]
        self._statements = statements

    def at_the_end_of(self, scope: Node) -> Reaching:
        """Return the bindings that another scope sees: those with which this one ends, where one is certain."""
        found: list[Binding] = []
        block = block_of(scope)
        if block is not None and self._collect_before(block, block.end_byte, found):
            return Reaching(_distinct(found), certain=True)
        return Reaching(tuple(reversed(self._bindings)), certain=True)

    def backwards_from(self, use: Node, scope: Node) -> Reaching:
        found: list[Binding] = []
        node, parent = use, use.parent
        while parent is not None:
            certain = self._before(node, parent, found, use)
            if certain:
                return Reaching(_distinct(found), certain=True)
            if parent == scope:
                break
            node, parent = parent, parent.parent
        for binding in self._bindings:
            if binding.kind is Binds.PARAMETER:
                return Reaching(_distinct([*found, binding]), certain=True)
        if not found and scope.parent is not None:
            # Bound only later or in a branch that left: the value comes from a run that we do not see.
            return Reaching(tuple(reversed(self._bindings)), certain=False)
        return Reaching(_distinct(found), certain=False)

    def _before(self, node: Node, parent: Node, found: list[Binding], use: Node) -> bool:
        """Add the bindings that stand before `node` in `parent`; say whether one of them always reaches."""
        if node.type == "case_clause":
            return False  # of the cases only one is entered
        if parent.type in _BLOCKS:
            return self._collect_before(parent, node.start_byte, found)
        if parent.type in _LOOPS and required(parent, "body") == node:
            return self._loop(parent, node, found)
        if parent.type in _LOOPS and node.type == "else_clause":
            return self._optional(parent, found)
        if parent.type in SCOPES:
            return self._comprehension_target(parent, found)
        if parent.type == "with_statement" and node.type == "block":
            return self._bound_in(parent.start_byte, node.start_byte, found)
        if parent.type == "try_statement" and node.type != "block":
            return self._tried(parent, node, found)
        if parent.type in ("assignment", "augmented_assignment", "expression_statement"):
            return False
        # A walrus earlier in the same statement, `(y := f(x)) > 0 and g(y)`.
        return self._walrus(parent, node, found) if parent.start_byte < use.start_byte else False

    def _inside(self, node: Node) -> tuple[Binding, ...]:
        return self._between(node.start_byte, node.end_byte)

    def _between(self, start: int, end: int) -> tuple[Binding, ...]:
        first = bisect_left(self._starts, start)
        return self._bindings[first : bisect_left(self._starts, end, first)]

    def _bound_in(self, start: int, end: int, found: list[Binding]) -> bool:
        here = self._between(start, end)
        found += reversed(here)
        return bool(here)

    def _optional(self, node: Node, found: list[Binding]) -> bool:
        found += reversed(self._inside(node))
        return False

    def _tried(self, statement: Node, node: Node, found: list[Binding]) -> bool:
        """Add what the parts of a `try` before one may have bound: the body up to where it failed, the handlers."""
        for part in statement.named_children:
            is_alternative = part.type == "except_clause" and node.type in ("except_clause", "else_clause")
            if part.start_byte < node.start_byte and not is_alternative:
                self._optional(part, found)
        return False

    def _walrus(self, parent: Node, node: Node, found: list[Binding]) -> bool:
        condition = parent.child_by_field_name("condition")
        # Of an `if` only the condition has run for certain, whichever branch the use stands in.
        end = node.start_byte if condition is None else min(condition.end_byte, node.start_byte)
        here = [each for each in self._between(parent.start_byte, end) if each.kind is Binds.WALRUS]
        found += reversed(here)
        return bool(here)

    def _comprehension_target(self, scope: Node, found: list[Binding]) -> bool:
        targets = [each for each in self._bindings if each.kind is Binds.LOOP and scope_of(each.name_node) == scope]
        if scope.type not in COMPREHENSIONS:
            return False
        found += targets
        return bool(targets)

    def _loop(self, loop: Node, body: Node, found: list[Binding]) -> bool:
        target = loop.child_by_field_name("left")
        if target is not None and self._bound_in(target.start_byte, target.end_byte, found):
            return True
        if b"continue" in (body.text or b""):
            return self._optional(body, found)  # what stands before it is seen by the next turn
        self._collect(body, found)
        return False

    def _collect_before(self, block: Node, end: int, found: list[Binding]) -> bool:
        """Add the bindings with which the statements of a block that end before an offset leave, last first.

        Only the statements that bind are looked at. Say whether one of them always binds.
        """
        starts, statements = self._statements(block)
        until = end
        while (last := bisect_left(self._starts, until) - 1) >= 0 and self._starts[last] >= block.start_byte:
            place = bisect_right(starts, self._starts[last]) - 1
            if place < 0:
                return False
            statement = statements[place]
            if statement.end_byte <= end and self._collect(statement, found):
                return True
            until = statement.start_byte
        return False

    def _collect(self, statement: Node, found: list[Binding]) -> bool:
        """Add the bindings with which control can leave a statement; say whether it always binds."""
        here = self._inside(statement)
        if not here:
            return False
        match statement.type:
            case "block":
                return self._block(statement, found)
            case "if_statement":
                return self._branches(statement, found)
            case "for_statement" | "while_statement":
                return self._optional(statement, found)
            case "try_statement":
                return self._try(statement, found)
            case "with_statement":
                body = statement.child_by_field_name("body")
                if body is not None and self._inside(body) and self._block(body, found):
                    return True
                return self._bound_in(statement.start_byte, body.start_byte if body else statement.end_byte, found)
            case "match_statement":
                return self._optional(statement, found)
            case "function_definition" | "class_definition" | "decorated_definition":
                # What a function binds in its surroundings (`nonlocal`) is bound when it is called, if it is.
                found += reversed(here)
                return any(each.kind in (Binds.FUNCTION, Binds.CLASS) for each in here)
            case _:
                found += reversed(here)
                # An assignment to an item leaves the other items as they were.
                return any(each.kind is not Binds.ITEM for each in here)

    def _block(self, block: Node, found: list[Binding]) -> bool:
        if leaves(block):
            return True  # nothing after the block sees it
        return self._collect_before(block, block.end_byte, found)

    def _branches(self, statement: Node, found: list[Binding]) -> bool:
        branches = [statement.child_by_field_name("consequence")]
        has_else = False
        for clause in statement.children_by_field_name("alternative"):
            is_else = clause.type == "else_clause"
            has_else = has_else or is_else
            branches.append(clause.child_by_field_name("body" if is_else else "consequence"))
        always = [branch is not None and (leaves(branch) or self._collect(branch, found)) for branch in branches]
        return all(always) and has_else

    def _try(self, statement: Node, found: list[Binding]) -> bool:
        always = True
        for part in statement.named_children:
            block = block_in(part)
            if block is None:
                continue
            if part.type == "finally_clause":
                if self._collect(block, found):
                    return True
                continue
            binds = self._collect(block, found)
            if part.type == "block":
                self._optional(block, found)  # a handler runs after any part of the body
            always = (leaves(block) or binds) and always
        return always


_Statements = tuple[list[int], list[Node]]


def _statements(block: Node) -> _Statements:
    """Return where the statements of a block begin, and the statements."""
    statements = block.named_children
    return [each.start_byte for each in statements], statements


def _distinct(bindings: list[Binding]) -> tuple[Binding, ...]:
    seen: dict[int, Binding] = {}
    for binding in bindings:
        seen.setdefault(binding.name_node.start_byte, binding)
    return tuple(seen.values())
