"""Operators: `a - b`, `-a`, `a if c else b`, comparisons."""

from __future__ import annotations

import re
from dataclasses import replace

from tree_sitter import Node

from nanproof.infer.branches import decided
from nanproof.infer.comparisons import Comparison
from nanproof.infer.conditions import holds
from nanproof.infer.evaluator import Evaluator, place, term_of
from nanproof.infer.joining import Choice, join
from nanproof.infer.models import defines
from nanproof.infer.narrowing import narrowed
from nanproof.infer.numbers import computed
from nanproof.infer.producer import Producer
from nanproof.infer.selected import PAIRED, TRUTH, compares_with_itself, is_truth, negated, tells_the_diagonal
from nanproof.infer.touching import holds_for_first
from nanproof.infer.value import (
    NONE,
    OTHER,
    UNKNOWN,
    Frame,
    Holder,
    Instance,
    Layer,
    Method,
    Number,
    OneOf,
    Sequence,
    Text,
    Unknown,
    UserClass,
    UserFunction,
    Value,
)
from nanproof.names.syntax import code_in, first_child, required, text
from nanproof.values.dtype import DType
from nanproof.values.ranges import UNKNOWN_RANGE, Range, between

# Without these no comparison is known to hold for the first of each row.
_COUNTS_UP = re.compile(rb"\b(?:arange|cumsum)\(|\btf\.range\(")
_FALSIFYING = ("__bool__", "__len__")
FUNCTIONS = {
    "+": "add",
    "-": "subtract",
    "*": "multiply",
    "/": "divide",
    "//": "floor_divide",
    "%": "mod",
    "**": "pow",
    "@": "matmul",
}


def binary(evaluator: Evaluator, frame: Frame, node: Node) -> Value:
    """Return the value of `left operator right`."""
    left, right = required(node, "left"), required(node, "right")
    return combined(evaluator, frame, node, evaluator.value(frame, left), evaluator.value(frame, right))


def augmented(evaluator: Evaluator, frame: Frame, node: Node, before: Value) -> Value:
    """Return the value that `name operator= right` leaves in the name."""
    return combined(evaluator, frame, node, before, evaluator.value(frame, required(node, "right")))


def combined(evaluator: Evaluator, frame: Frame, node: Node, left: Value, right: Value) -> Value:
    """Apply the operator that stands in a node to two values."""
    operator = text(node.child_by_field_name("operator")).rstrip("=")
    function = FUNCTIONS.get(operator)
    if function is None:
        numbers = [each for each in (left, right) if isinstance(each, Number) and is_truth(each)]
        return replace(numbers[0], term=0) if len(numbers) == 2 else UNKNOWN
    if isinstance(left, Sequence) and isinstance(right, Sequence):
        return Sequence((*left.items, *right.items))
    if any(isinstance(each, Text) for each in (left, right)):
        return OTHER
    x, y = as_number(evaluator, left), as_number(evaluator, right)
    if x is None or y is None:
        return OTHER
    roles = {"x": x, "y": y}
    return computed(evaluator, evaluator.catalog.functions[function], roles, place(frame, node), frame.key)


def as_number(evaluator: Evaluator, value: Value) -> Number | None:
    """Return a value as a number: an unknown one as any number, None where it is certainly none."""
    if isinstance(value, Number):
        return value
    if isinstance(value, Unknown | Method) or (isinstance(value, OneOf) and value.has(Unknown, Method)):
        is_trained = isinstance(value, Method) and value.name in evaluator.catalog.trained
        traits = frozenset({"trained"} if is_trained else ())
        return Number(UNKNOWN_RANGE, DType.FLOAT64, Holder.ANY, traits=traits, term=term_of(evaluator, value))
    return None


def unary(evaluator: Evaluator, frame: Frame, node: Node) -> Value:
    """Return the value of `-a`, `+a` or `~a`."""
    value = evaluator.value(frame, required(node, "argument"))
    operator = text(node.child_by_field_name("operator"))
    if operator == "~" and isinstance(value, Unknown):
        return Number(between(0.0, 1.0), DType.BOOLEAN, Holder.ANY, traits=TRUTH)  # of numbers nobody takes it
    if not isinstance(value, Number):
        term = term_of(evaluator, value) if operator == "-" else 0
        return Unknown(evaluator.interned(("negative", (("x", term),)))) if term else UNKNOWN
    if operator == "+":
        return value
    if operator == "-":
        function = evaluator.catalog.functions["negative"]
        return computed(evaluator, function, {"x": value}, place(frame, node), frame.key)
    traits = negated(value)
    if traits:
        return Number(between(0.0, 1.0), value.dtype, value.holder, value.framework, traits)
    return Number(Range(), value.dtype, value.holder, value.framework)


def truth_value(evaluator: Evaluator, frame: Frame, node: Node) -> Value:
    """Return what a comparison or `not` gives: 0 or 1, in a tensor where the operands are tensors."""
    where = place(frame, node)
    traits = PAIRED if compares_with_itself(where, evaluator.modules.bindings(frame.document)) else TRUTH
    if node.type == "comparison_operator":
        traits = _of_the_diagonal(evaluator, frame, node) or traits
        traits |= _of_the_first(evaluator, frame, node)
    own = evaluator.interned(("made", Producer("comparison", where.document.path, where.span.start, frame.key)))
    return Number(between(0.0, 1.0), DType.BOOLEAN, Holder.ANY, traits=traits, term=own)


def _of_the_diagonal(evaluator: Evaluator, frame: Frame, node: Node) -> frozenset[str]:
    """Return whether a comparison with a number, `eye == 1`, holds on a diagonal alone, or off it alone."""
    sides = code_in(node)
    if sides[-1].type not in ("integer", "float"):
        return frozenset()
    operator = "".join(text(each) for each in node.children_by_field_name("operators"))
    return tells_the_diagonal(evaluator.value(frame, sides[0]), operator, evaluator.value(frame, sides[-1]))


def _of_the_first(evaluator: Evaluator, frame: Frame, node: Node) -> frozenset[str]:
    """Return what is known of a comparison that holds for the first element of each row, `arange(n) < lengths`."""
    operators, sides = node.children_by_field_name("operators"), code_in(node)
    bindings = evaluator.modules.bindings(frame.document)
    if len(sides) != 2 or not operators or bindings.search(_COUNTS_UP) is None:
        return frozenset()  # whatever is compared, it would have to be evaluated
    left, right = (evaluator.value(frame, each) for each in sides)
    if not isinstance(left, Number) or not isinstance(right, Number):
        return frozenset()
    return frozenset({"touches one"} if holds_for_first(evaluator, left, text(operators[0]), right) else ())


def conditional(evaluator: Evaluator, frame: Frame, node: Node) -> Value:
    """Return the value of `a if condition else b`."""
    parts = code_in(node)
    if len(parts) != 3:
        return UNKNOWN
    taken = holds(evaluator, frame, parts[1])
    if taken is not None:
        return evaluator.value(frame, parts[0] if taken else parts[2])
    return decided(evaluator, frame, parts[1], evaluator.value(frame, parts[0]), evaluator.value(frame, parts[2]))


def either(evaluator: Evaluator, frame: Frame, node: Node) -> Value:
    """Return the value of `a or b`, `a and b`: one of the two, the first only where it decides."""
    left, right = required(node, "left"), required(node, "right")
    is_or, first = text(node.child_by_field_name("operator")) == "or", evaluator.value(frame, left)
    if first == NONE or _is_thing(evaluator, first):
        return first if is_or == (first != NONE) else evaluator.value(frame, right)
    decides = Comparison(text(left), "!=" if is_or else "==", None)
    values = (narrowed(evaluator, frame, first, decides), evaluator.value(frame, right))
    return join(evaluator, values, Choice(evaluator.interned(("either", frame.key, node.start_byte, node.end_byte))))


def _is_thing(evaluator: Evaluator, value: Value) -> bool:
    """Say whether a value is a function, a layer or an object that no method of its own makes false."""
    if isinstance(value, Instance):
        return not any(defines(evaluator, value, name) for name in _FALSIFYING)
    return isinstance(value, Layer | UserFunction | UserClass)


def inner(evaluator: Evaluator, frame: Frame, node: Node) -> Value:
    """Return the value of the only expression inside: parentheses, await, a walrus."""
    expression = node.child_by_field_name("value") or first_child(node)
    return evaluator.value(frame, expression) if expression is not None else UNKNOWN
