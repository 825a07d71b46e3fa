"""The stable function called where the activation is, and its result kept: nothing that comes after changes it.

For operands that another name would not keep, because something in between may change them where they lie.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from tree_sitter import Node

from nanproof.fixes.moved import Moved
from nanproof.fixes.naming import free_of, is_used_once, line_above
from nanproof.forms.expressions import Call, Origin, has_comment, held, statement_of
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import inside, is_a, outwards, required, text
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit

_LOOPS = frozenset({"for_statement", "while_statement"})
# PyTorch keeps the results of these for the backward pass; of others the operand, which must not be changed then.
_KEEP_THEIR_RESULT = frozenset({"softmax", "log_softmax", "sigmoid"})
_ONCE = frozenset({"call", "named_expression", "await", "yield", "lambda"})


def made_there(site: Site, call: Call, steps: Iterable[Origin], twin: str, written: str) -> Moved | None:
    """Return the name of what `written` computes at the place of an activation, and the line that computes it.

    None where it would be computed another number of times, under other rules, or where what the activation gave may
    not be what the site sees.
    """
    assignment = statement_of(call.node)
    if site.framework.name == "torch" and twin not in _KEEP_THEIR_RESULT:
        return None
    if any(held(site, step) is not None for step in steps):
        return None
    arguments = [each for each in call.arguments.named_children if each != call.operand]
    repeated = [call.operand, *arguments]
    if any(each.type in _ONCE for node in repeated for each in inside(node)) or has_comment(call.node):
        return None
    if _loops(assignment) != _loops(site.node):
        return None
    if not is_a(assignment.parent, "expression_statement"):
        return None
    target = required(assignment, "left")
    if not is_a(target, "identifier") or scope_of(assignment).type == "class_definition":
        return None
    prefix = twin.partition("_")[0]
    name = free_of(site, (f"{prefix}_{text(target)}", f"stable_{prefix}_{text(target)}"))
    if name is None:
        return None
    if is_used_once(site, assignment):
        edit = TextEdit(Span(assignment.start_byte, assignment.end_byte), f"{name} = {written}")
        return Moved(name, (edit,), name=name, shown=edit.text)
    line = line_above(site, assignment.start_byte, f"{name} = {written}")
    return Moved(name, (line,), name=name, shown=f"{name} = {written}") if line is not None else None


def _loops(node: Node) -> list[Node]:
    """Return the loops of the scope that something stands in."""
    scope = scope_of(node)
    return [each for each in takewhile(lambda each: each != scope, outwards(node)) if each.type in _LOOPS]
