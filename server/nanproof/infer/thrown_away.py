"""Variables that a class throws away: an attribute that a method puts something else into held no weight."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.value import Number
from nanproof.names.binding import Binding, Binds
from nanproof.names.scopes import class_around, scope_of
from nanproof.names.syntax import is_a, node_at, required, text
from nanproof.source.document import Document
from nanproof.source.place import Place

_OPERATORS = ("binary_operator", "unary_operator", "call")


def is_thrown_away(evaluator: Evaluator, where: Place) -> bool:
    """Say whether a variable that is made into an attribute is replaced, by another method, with what that computes.

    Statistics are kept so, which nobody trains: a weight is never replaced, or by another weight.
    """
    document = where.document
    node = node_at(document.tree.root_node, where.span.start, where.span.end)
    assignment = node.parent
    if not is_a(assignment, "assignment"):
        return False
    target = required(assignment, "left")
    if target.type != "attribute":
        return False
    others = evaluator.modules.bindings(document).of_attribute(text(target.child_by_field_name("attribute")))
    return any(_replaces(evaluator, each, node, document) for each in others)


def _replaces(evaluator: Evaluator, binding: Binding, own: Node, document: Document) -> bool:
    value, node = binding.value, binding.name_node
    if binding.kind is not Binds.ASSIGNMENT or binding.path or not is_a(value, *_OPERATORS):
        return False
    if scope_of(node) == scope_of(own) or class_around(node) != class_around(own):
        return False
    computed = evaluator.value(evaluator.around(document, node), value)
    return isinstance(computed, Number) and computed.direct is None and computed.computation is not None
