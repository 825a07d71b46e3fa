"""The last item of a list, `layers[-1]`: what was put into it last, where that certainly ran before."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.infer.entered import is_behind
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.value import Frame, Value
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import called_name, code_in, is_a, parent_of, required, text

_LAST = "-1"
_LENGTH = "len"


def last_added(evaluator: Evaluator, frame: Frame, node: Node) -> Value | None:
    """Return the value of the last item of a list that has a name, None where the statements before do not tell."""
    holder, indices = required(node, "value"), node.children_by_field_name("subscript")
    if holder.type != "identifier" or [text(each) for each in indices] != [_LAST]:
        return None
    scope = scope_of(node)
    if scope != frame.scope:
        return None
    for use in _uses_before(evaluator, frame, holder, scope):
        call = parent_of(parent_of(use))
        if called_name(call) == "append" and is_a(use.parent, "attribute"):
            given = code_in(call.child_by_field_name("arguments"))
            is_last = is_a(call.parent, "expression_statement") and is_behind(node, call.parent)
            return evaluator.value(frame, given[0]) if is_last and len(given) == 1 else None
        if not _only_reads(use):
            return None
    return None


def _uses_before(evaluator: Evaluator, frame: Frame, holder: Node, scope: Node) -> Iterator[Node]:
    """Yield where the list is named before it is read, the nearest first."""
    bindings = evaluator.modules.bindings(frame.document)
    yield from reversed(bindings.occurrences_in(text(holder), scope.start_byte, holder.start_byte))


def _only_reads(use: Node) -> bool:
    """Say whether a list is only asked for an item, or for its length."""
    above = parent_of(use)
    if above.type == "subscript" and above.child_by_field_name("value") == use:
        return not (is_a(above.parent, "assignment") and above.parent.child_by_field_name("left") == above)
    return above.type == "argument_list" and called_name(above.parent) == _LENGTH
