"""Whether an expression says of each element if something holds: `x == 0`, `~m`, `m & (y > 0)`, `m.to(torch.bool)`."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.infer.narrowing import spelt_out
from nanproof.infer.selected import is_truth
from nanproof.infer.value import Frame, Number
from nanproof.names.syntax import text
from nanproof.values.dtype import DType

_JOINS = frozenset({"&", "|", "^"})
_OF_PYTHON = frozenset({"comparison_operator", "boolean_operator", "not_operator"})
_INVERTS = "~"
_DEEPEST = 16  # a name may be bound to what is computed of itself, in a loop


def is_condition(engine: Engine, frame: Frame, expression: Node, depth: int = _DEEPEST) -> bool:
    """Say whether an expression, or what its name holds, is a condition; a plain name may as well hold places.

    What is inverted is one: nobody picks elements by the complements of their places.
    """
    if not depth:
        return False
    node = spelt_out(engine, frame, expression)
    if node.type in _OF_PYTHON:
        return True
    operator = text(node.child_by_field_name("operator"))
    if operator == _INVERTS:
        return True
    if operator in _JOINS:
        # Where one side is a condition the other one is one as well.
        return any(is_condition(engine, frame, each, depth - 1) for each in node.named_children)
    if node.type in ("binary_operator", "parenthesized_expression"):
        return all(is_condition(engine, frame, each, depth - 1) for each in node.named_children)
    value = engine.value(frame, node)
    return isinstance(value, Number) and (is_truth(value) or value.dtype is DType.BOOLEAN)
