"""Constants as they stand in the source."""

from __future__ import annotations

from dataclasses import replace

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.value import NONE, OTHER, UNKNOWN, Frame, Sequence, Table, Text, UserFunction, Value, python_number
from nanproof.names.syntax import code_in, required, text

_PREFIXES = "rRbBuUfF"


def _constant(evaluator: Evaluator, value: float, *, is_integer: bool) -> Value:
    return replace(python_number(value, is_integer=is_integer), term=evaluator.interned(("constant", value)))


def integer(evaluator: Evaluator, _: Frame, node: Node) -> Value:
    """Return the value of an integer literal in any base."""
    try:
        return _constant(evaluator, float(int(text(node), 0)), is_integer=True)
    except (ValueError, OverflowError):
        return UNKNOWN  # `10j`, or a number too large for a float


def floating(evaluator: Evaluator, _: Frame, node: Node) -> Value:
    """Return the value of a floating-point literal, rounded to double as Python does."""
    try:
        return _constant(evaluator, float(text(node)), is_integer=False)
    except ValueError:
        return UNKNOWN  # complex: `1.5j`


def truth(_: Evaluator, __: Frame, node: Node) -> Value:
    """Return True as 1 and False as 0."""
    return python_number(1.0 if node.type == "true" else 0.0, is_integer=True)


def string(_: Evaluator, __: Frame, node: Node) -> Value:
    """Return a plain string literal; one with interpolation is only known to be no number."""
    if any(child.type == "interpolation" for child in node.named_children):
        return OTHER
    return Text(text(node).lstrip(_PREFIXES).strip("\"'"))


def none(_: Evaluator, __: Frame, ___: Node) -> Value:
    """Return None."""
    return NONE


def other(_: Evaluator, __: Frame, ___: Node) -> Value:
    """Return what is certainly no number."""
    return OTHER


def function(_: Evaluator, frame: Frame, node: Node) -> Value:
    """Return a lambda, which sees the names of the frame that it stands in."""
    return UserFunction(frame.document, node, frame)


def table(evaluator: Evaluator, frame: Frame, node: Node) -> Value:
    """Return a dictionary display; `**others` may hold what stands before it under the same key."""
    items: dict[str, Value] = {}
    for each in code_in(node):
        if each.type == "dictionary_splat":
            items.clear()
        key, value = each.child_by_field_name("key"), each.child_by_field_name("value")
        if key is not None and value is not None and (name := written_key(key)) is not None:
            items[name] = evaluator.value(frame, value)
    return Table(tuple(items.items()))


def comprehended(evaluator: Evaluator, frame: Frame, node: Node) -> Value:
    """Return a dictionary that a comprehension makes: under every key what its values are."""
    return Table((), evaluator.value(frame, required(required(node, "body"), "value")))


def written_key(node: Node) -> str | None:
    """Return the key of a dictionary that a string is; None of anything else."""
    is_plain = node.type == "string" and all(each.type != "interpolation" for each in node.named_children)
    return text(node).strip("\"'") if is_plain else None


def sequence(evaluator: Evaluator, frame: Frame, node: Node) -> Value:
    """Return a tuple or list display, unless a star hides some of its items."""
    items = code_in(node)
    if any(child.type == "list_splat" for child in items):
        return UNKNOWN
    return Sequence(tuple(evaluator.value(frame, child) for child in items))
