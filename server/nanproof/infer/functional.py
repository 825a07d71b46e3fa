"""JAX's arrays are not changed in place: `x.at[index].set(v)` is another array, which takes the values of both."""

from __future__ import annotations

from dataclasses import replace

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.joining import gathered
from nanproof.infer.narrowing import chosen
from nanproof.infer.one_hot import ONE_HOT
from nanproof.infer.operations import applied
from nanproof.infer.value import UNKNOWN, Arguments, Deferred, Frame, Number, Value
from nanproof.names.syntax import is_a, required, text
from nanproof.source.place import Place

# What is computed at the places, of what stands there and what is given.
_COMPUTED = {
    "add": "jax.numpy.add",
    "subtract": "jax.numpy.subtract",
    "multiply": "jax.numpy.multiply",
    "mul": "jax.numpy.multiply",
    "divide": "jax.numpy.divide",
    "power": "jax.numpy.power",
    "min": "jax.numpy.minimum",
    "max": "jax.numpy.maximum",
}
_BOUNDS = frozenset({"min", "max"})
_COUNTS = "jax.lax.scatter_add"
_OF_A_WHOLE = frozenset({"simplex"}) | ONE_HOT


def updated(
    evaluator: Evaluator, frame: Frame, function: Node, arguments: Arguments, where: Place, context: tuple[object, ...]
) -> Value | None:
    """Return the array that `x.at[index].set(v)` and its kind give, None where a callee is none of them."""
    subscript = function.child_by_field_name("object")
    if not is_a(subscript, "subscript"):
        return None
    at = required(subscript, "value")
    if text(at.child_by_field_name("attribute")) != "at":
        return None
    array, name = required(at, "object"), text(required(function, "attribute"))
    base = evaluator.value(frame, array)
    if not isinstance(base, Number):
        return None
    if name == "get":
        return _part(base)
    if not arguments.positional:
        return UNKNOWN
    given = arguments.positional[0]
    if name == "set":
        rest = chosen(evaluator, Deferred(frame, array), required(subscript, "subscript"), holds=False)
        return gathered((_part(rest) if isinstance(rest, Number) else rest, evaluator.argument(given)))
    operation = evaluator.catalog.operation(_COMPUTED.get(name, ""))
    if operation is None:
        return UNKNOWN
    counts = evaluator.catalog.operation(_COUNTS) if name == "add" else None
    if counts is not None:
        match applied(evaluator, counts, Arguments((base, UNKNOWN, given)), where, context):
            case Number() as counted if counted.range.points:
                return counted
    there = applied(evaluator, operation, Arguments((base, given)), where, context)
    # Who bounds a part of an array has thought of the rest.
    return there if name in _BOUNDS else gathered((_part(base), there))


def _part(number: Number) -> Number:
    """Return an array of which some elements are others."""
    return replace(number, traits=number.traits - _OF_A_WHOLE, term=0)
