"""Branches one of which is always taken, as they ask what a setting is called: `if k == "a": ... elif k == "b":`.

Whoever writes one branch for each name that a setting may have leaves nothing over, though the last `else` is missing.
"""

from __future__ import annotations

from collections.abc import Sequence

from tree_sitter import Node

from nanproof.names.binding import Binding
from nanproof.names.syntax import bare, code_in, is_a, parent_of, required, text

_ASKS = frozenset({"==", "in"})
_COLLECTIONS = ("list", "tuple", "set")


def chain_around(statement: Node) -> Node | None:
    """Return the `if` in one of whose blocks a statement always runs, None where there is none."""
    branch = parent_of(parent_of(statement)).parent
    chain = parent_of(branch) if is_a(branch, "elif_clause") else branch
    return chain if is_a(chain, "if_statement") else None


def binds_in_each(chain: Node, bindings: Sequence[Binding]) -> bool:
    """Say whether some of several bindings stand in each of the branches of a chain."""
    around = {parent_of(parent_of(each.statement)).parent for each in bindings}
    return all(each in around for each in _branches_of(chain))


def _branches_of(chain: Node) -> list[Node]:
    return [chain, *chain.children_by_field_name("alternative")]


def asks_for_names(chain: Node) -> bool:
    """Say whether each branch, and there are several, asks whether the same thing has a certain name."""
    branches = _branches_of(chain)
    if len(branches) <= 1 or not all(is_a(each, "if_statement", "elif_clause") for each in branches):
        return False
    asked = {_asked(bare(required(each, "condition"))) for each in branches}
    return len(asked) == 1 and None not in asked


def _asked(condition: Node) -> str | None:
    """Return what a condition compares with names that are written out, None of another condition."""
    operators, sides = condition.children_by_field_name("operators"), code_in(condition)
    if len(operators) != 1 or text(operators[0]) not in _ASKS or len(sides) <= 1:
        return None
    names = code_in(sides[1]) if is_a(sides[1], *_COLLECTIONS) else [sides[1]]
    return text(sides[0]) if names and all(each.type == "string" for each in names) else None
