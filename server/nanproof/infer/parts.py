"""Where the operands of an operation stand in the source."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.operations import bound
from nanproof.infer.parameters import call_arguments
from nanproof.infer.value import UNKNOWN, Computation, Deferred
from nanproof.names.scopes import scope_of


def node_of(computation: Computation) -> Node | None:
    """Return the expression that an operation is written as."""
    span = computation.where.span
    return computation.where.document.tree.root_node.descendant_for_byte_range(span.start, span.end)


def part(evaluator: Evaluator, computation: Computation, role: str) -> Node | None:
    """Return the operand of an operation as it is written, None where it is not written there."""
    node = node_of(computation)
    if node is None:
        return None
    if node.type in ("binary_operator", "augmented_assignment"):
        return node.child_by_field_name("left" if role == "x" else "right")
    if node.type != "call" or computation.operation is None:
        return None
    callee = node.child_by_field_name("function")
    frame = evaluator.general(computation.where.document, scope_of(node))
    is_method = computation.operation.kind == "method"
    roles = bound(
        evaluator, computation.operation.parameters, call_arguments(frame, node), UNKNOWN if is_method else None
    )
    given = roles.get(role)
    if isinstance(given, Deferred):
        return given.node
    is_receiver = is_method and callee is not None and callee.type == "attribute" and given is UNKNOWN
    return callee.child_by_field_name("object") if is_receiver and callee is not None else None
