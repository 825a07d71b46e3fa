"""Whether a text asks if anything is selected before it reduces it: `if mask.any():`, `if n == 0: return`."""

from __future__ import annotations

import re

from tree_sitter import Node

from nanproof.changes.mutations import PURE_BUILTINS
from nanproof.infer.comparisons import Comparison
from nanproof.infer.guards import Said
from nanproof.infer.narrowing import spelt_out
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import called_name, code_in, first_child, inside, outwards, text
from nanproof.sites.site import Site

# Whether there is a mask at all says nothing of what it selects.
_IS_GIVEN = re.compile(r"(?<![\w.])[\w.]+\s+is\s+(?:not\s+)?None\b")
_ASKS = frozenset({"conditional_expression", "assert_statement"})
_BRANCHES = frozenset({"else_clause", "elif_clause"})
_NOTHING = {("==", "0"), ("<=", "0"), ("<", "1")}  # how a count is compared that is 0 there
# How many a mask selects, or whether any: methods of it, and functions.
_COUNTED = ("", ".sum()", ".any()")
_COUNTS = frozenset({"any", "count_nonzero", "reduce_any", "reduce_sum", "sum"})
# How long is what it selected.
_SIZES = (".numel()", ".nelement()", ".shape[0]", ".size(0)")


def is_asked_before(site: Site, names: frozenset[str]) -> bool:
    """Say whether a condition around the site, or before it in its function, asks of one of some names.

    Also by the name of what was counted of them: `n = mask.sum()`, then `if n > 0:`.
    """
    asked = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names))
    filters = (each for around in outwards(site.node, "block", "module") for each in around.named_children)
    if any(each.type == "if_clause" and _speaks_of(site, each, asked) for each in filters):
        return True  # of a comprehension
    waiting, end = [scope_of(site.node)], site.node.end_byte
    while waiting:
        node = waiting.pop()
        if node.start_byte > end:
            continue
        condition = node if node.type in _ASKS else node.child_by_field_name("condition")
        is_around = node.end_byte > site.node.start_byte
        if condition is not None and _speaks_of(site, condition, asked) and (is_around or not _does_nothing(node)):
            return True
        waiting += node.named_children
    return False


def _speaks_of(site: Site, condition: Node, asked: re.Pattern[str]) -> bool:
    names = [each for each in inside(condition) if each.type == "identifier"]
    held = [made for each in names if (made := spelt_out(site.engine, site.frame, each)) != each]
    return any(asked.search(_IS_GIVEN.sub("", text(each))) for each in (condition, *held))


def _does_nothing(branching: Node) -> bool:
    """Say whether what is asked changes nothing: each branch of an `if` only passes, or prints."""
    if branching.type != "if_statement":
        return False
    clauses = (branching, *(each for each in branching.named_children if each.type in _BRANCHES))
    bodies = (each.child_by_field_name("consequence") or each.child_by_field_name("body") for each in clauses)
    return all(_is_idle(statement) for body in bodies for statement in code_in(body))


def _is_idle(statement: Node) -> bool:
    call = first_child(statement) if statement.type == "expression_statement" else None
    return statement.type == "pass_statement" or called_name(call) in PURE_BUILTINS


def is_empty_here(site: Site, mask: str, names: frozenset[str]) -> bool:
    """Say whether the conditions around a site, or before it, say that a mask holds nowhere where it stands.

    `names` are those of what it selects, whose size counts as well.
    """
    said = site.engine.guards(site.document).at(site.node)
    return any(_says_none(site, each, mask, names) for of in said.values() for each in of)


def _says_none(site: Site, said: Said, mask: str, names: frozenset[str]) -> bool:
    """Say whether a comparison is that a count is 0, of what still is what was counted."""
    if not _is_zero(said.comparison):
        return False
    subject, used = said.comparison.subject, [each for each in inside(said.condition) if each.type == "identifier"]
    held = [text(spelt_out(site.engine, site.frame, each)) for each in used if text(each) == subject]
    if not any(_counts(written, mask, names) for written in (subject, *held)):
        return False
    bindings = site.engine.modules.bindings(site.document)
    start, end = said.condition.end_byte, site.node.start_byte
    return not any(bindings.bound_between(text(each), start, end, site.node) for each in used)


def _counts(written: str, mask: str, names: frozenset[str]) -> bool:
    """Say whether an expression is 0 where nothing is selected: `int(torch.sum(mask))`, `len(x[mask])`."""
    if written.startswith("int("):
        written = written[len("int(") : -1]
    written = written.removesuffix(".item()")
    function, _, given = written.partition("(")
    if function.rpartition(".")[2] in _COUNTS and given == f"{mask})":
        return True
    if any(written in (f"{mask}{counted}", f"({mask}){counted}") for counted in _COUNTED):
        return True
    return any(written == f"len({name})" or written in [f"{name}{size}" for size in _SIZES] for name in names)


def _is_zero(said: Comparison) -> bool:
    return (said.operator, text(said.bound) if said.bound is not None else "0") in _NOTHING
