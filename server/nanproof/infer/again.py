"""Computing a number again with another operand on its way: what a mask, a condition or a compiler changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.numbers import computed
from nanproof.infer.operations import bound
from nanproof.infer.parameters import call_arguments
from nanproof.infer.value import UNKNOWN, Computation, Deferred, Number
from nanproof.names.scopes import scope_of

DEEPEST_WAY = 12

Replacing = Callable[[Number], Number | None]


def recomputed(evaluator: Evaluator, number: Number, replacing: Replacing) -> Number:
    """Return a number as it would be if some of those that it is computed from were others.

    What a condition around its use said of the old one is not known of the new one.
    """
    return _again(evaluator, number, replacing, {}, DEEPEST_WAY)


def _again(evaluator: Evaluator, number: Number, replacing: Replacing, done: dict[int, Number], depth: int) -> Number:
    held = done.get(id(number))
    if held is not None:
        return held
    result, computation = replacing(number), number.computation
    if result is None:
        result = number
        if computation is not None and depth > 0:
            before = computation.roles
            after = {role: _again(evaluator, each, replacing, done, depth - 1) for role, each in before.items()}
            if any(after[role] is not each for role, each in before.items()):
                result = computed_with(evaluator, computation, after)
    done[id(number)] = result
    return result


def computed_with(evaluator: Evaluator, computation: Computation, roles: Mapping[str, Number]) -> Number:
    """Return what an operation gives for other operands."""
    return computed(
        evaluator,
        computation.function,
        roles,
        computation.where,
        computation.context,
        computation.operation,
        dtype=computation.dtype,
    )


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
