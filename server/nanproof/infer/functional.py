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

_FRAMEWORK = "jax"
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
    at = required(subscript, "value") if is_a(subscript, "subscript") else None
    array = required(at, "object") if is_a(at, "attribute") else None
    if at is None or array is None or text(at.child_by_field_name("attribute")) != "at":
        return None
    base, name = evaluator.value(frame, array), text(function.child_by_field_name("attribute"))
    if not isinstance(base, Number) or base.framework is None or base.framework.name != _FRAMEWORK:
        return None
    index = required(subscript, "subscript") if subscript is not None else None
    given = arguments.positional[0] if arguments.positional else None
    if name == "get" or index is None:
        return _part(base)
    if name == "set" and given is not None:
        rest = chosen(evaluator, Deferred(frame, array), index, holds=False)
        return gathered((_part(rest) if isinstance(rest, Number) else rest, evaluator.argument(given)))
    operation = evaluator.catalog.operation(_COMPUTED.get(name, ""))
    if given is None or operation is None:
        return UNKNOWN
    counts = evaluator.catalog.operation(_COUNTS) if name == "add" else None
    if counts is not None:
        counted = applied(evaluator, counts, Arguments((base, UNKNOWN, given)), where, context)
        if isinstance(counted, Number) and counted.range.points:
            return counted
    there = applied(evaluator, operation, Arguments((base, given)), where, context)
    # Who bounds a part of an array has thought of the rest.
    return there if name in _BOUNDS else gathered((_part(base), there))


def _part(number: Number) -> Number:
    """Return an array of which some elements are others."""
    return replace(number, traits=number.traits - _OF_A_WHOLE, term=0)
