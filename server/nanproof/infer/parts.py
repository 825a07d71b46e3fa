"""Where the operands of an operation stand in the source."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.infer.call_arguments import call_arguments
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.operands import bound
from nanproof.infer.value import UNKNOWN, Computation, Deferred, Frame, Reference, Value
from nanproof.names.syntax import is_a, node_at, required


def node_of(computation: Computation) -> Node:
    """Return the expression that an operation is written as."""
    span = computation.where.span
    return node_at(computation.where.document.tree.root_node, span.start, span.end)


def part(evaluator: Evaluator, computation: Computation, role: str) -> Node | None:
    """Return the operand of an operation as it is written, None where it is not written there."""
    node = node_of(computation)
    if is_a(node, "binary_operator", "augmented_assignment"):
        return node.child_by_field_name("left" if role == "x" else "right")
    if not is_a(node, "call") or computation.operation is None:
        return None
    frame = evaluator.around(computation.where.document, node)
    receiver = _receiver(evaluator, frame, node) if computation.operation.kind == "method" else None
    given = bound(evaluator, computation.operation.parameters, call_arguments(frame, node), receiver).get(role)
    return given.node if isinstance(given, Deferred) else None


def _receiver(evaluator: Evaluator, frame: Frame, call: Node) -> Deferred | Value | None:
    """Return what a method is called on; None in `Tensor.clamp(x, 0)`, where it is the first argument."""
    callee = required(call, "function")
    if isinstance(evaluator.value(frame, callee), Reference):
        return None
    owner = callee.child_by_field_name("object")
    return Deferred(frame, owner) if owner is not None else UNKNOWN
