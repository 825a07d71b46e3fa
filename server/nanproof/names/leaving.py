"""Leaving: blocks that control never runs past, and what was done in one that left."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.names.scopes import FUNCTIONS
from nanproof.names.syntax import outwards, required

_LEAVES = frozenset({"return_statement", "raise_statement", "continue_statement", "break_statement"})
# What ends the function; a loop that goes on, or is over, may come to what follows.
_ENDS = frozenset({"return_statement", "raise_statement"})
DEEPEST_BLOCK = 40  # blocks nested deeper are not looked into


def block_in(part: Node) -> Node | None:
    """Return the block of a part of a `try` statement."""
    if part.type == "block":
        return part
    return next((child for child in part.named_children if child.type == "block"), None)


def leaves(block: Node | None, depth: int = DEEPEST_BLOCK) -> bool:
    """Say whether control never runs past a block: some statement of it always leaves."""
    if block is None or depth <= 0:
        return False
    return any(_always_leaves(statement, depth - 1) for statement in reversed(block.named_children))


def _always_leaves(statement: Node, depth: int) -> bool:
    match statement.type:
        case "if_statement":
            clauses = statement.children_by_field_name("alternative")
            bodies = [each.child_by_field_name("body") or each.child_by_field_name("consequence") for each in clauses]
            bodies.append(required(statement, "consequence"))
            return any(each.type == "else_clause" for each in clauses) and all(leaves(body, depth) for body in bodies)
        case "with_statement":
            return leaves(statement.child_by_field_name("body"), depth)
        case "try_statement":
            return _tries_and_leaves(statement, depth)
        case _:
            return statement.type in _LEAVES


def _tries_and_leaves(statement: Node, depth: int) -> bool:
    parts = {part.type: block_in(part) for part in statement.named_children}
    if leaves(parts.get("finally_clause"), depth):
        return True
    handlers = [block_in(part) for part in statement.named_children if part.type == "except_clause"]
    tried = leaves(parts.get("block"), depth) or leaves(parts.get("else_clause"), depth)
    return tried and all(leaves(handler, depth) for handler in handlers)


def has_left(node: Node, use: Node) -> bool:
    """Say whether whoever ran a node, in a branch before a use, has left the function by then."""
    for each in outwards(node, *FUNCTIONS):
        if each.type == "block" and each.end_byte <= use.start_byte:
            last = each.named_children[-1:]
            if last and last[0].type in _ENDS and not _is_tried(each):
                return True
    return False


def _is_tried(node: Node) -> bool:
    """Say whether a handler may go on where a node leaves."""
    return any(each.type == "try_statement" for each in outwards(node, *FUNCTIONS))
