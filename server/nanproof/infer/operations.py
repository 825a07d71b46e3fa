"""Calls of the catalogue's operations: arguments to roles, the transfer, an activation on top."""

from __future__ import annotations

import re
from dataclasses import replace

from nanproof.catalog.model import Function, Operation
from nanproof.infer.dtypes_asked import dtype_of_call
from nanproof.infer.equations import equation
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.numbers import computed
from nanproof.infer.one_hot import taken_whole
from nanproof.infer.operands import PUT_TOGETHER, Roles, bound, operands
from nanproof.infer.padded_rows import PADDED
from nanproof.infer.shares import OF_LOGARITHMS, added_up, along_its_axis, run_through, stacked
from nanproof.infer.taken_apart import taken_apart
from nanproof.infer.thrown_away import is_thrown_away
from nanproof.infer.trained import (
    FROM_0,
    begins_at_0,
    is_differentiated_again,
    is_trained_weight,
    is_weight,
    starts_at_0,
    untrained_table,
)
from nanproof.infer.value import (
    NONE,
    UNKNOWN,
    Arguments,
    Deferred,
    Holder,
    Layer,
    Number,
    Parts,
    Sequence,
    Text,
    Value,
    python_number,
)
from nanproof.source.place import Place
from nanproof.values.dtype import DType

_BOUNDS_OF_TWO = {"max": "maximum", "min": "minimum"}
_FILLED = frozenset({"constant", "tensor"})
_OF_TREES = frozenset({"input", "derivatives"})
_ADDED_UP = frozenset({"sum", "mean"})
_SEVERAL = "add_n"
_GATED = "gated"
_STACKED = "stack"
_TELLS_LAYERS = re.compile(rb"\barg_scope\b")
_SQUASHES = frozenset({"tanh", "sigmoid", "hard_sigmoid", "softsign"})
_RUNNING = "cumsum"
_NAMED = {
    "named_reduction": {each: each for each in ("max", "mean", "min", "prod", "sum")},
    "named_scatter": {"sum": "scatter_add"},
}
_FIRST_AXIS = python_number(0.0, is_integer=True)
_USUAL_AXIS = {"keras": python_number(-1.0, is_integer=True)}


def applied(
    evaluator: Evaluator,
    operation: Operation,
    arguments: Arguments,
    where: Place,
    context: tuple[object, ...],
    receiver: Deferred | Value | None = None,
) -> Value:
    """Return the result of calling a function or a tensor method of a framework."""
    roles = bound(evaluator, operation.parameters, arguments, receiver)
    if operation.function.name == "parameter" and (table := untrained_table(evaluator, roles)) is not None:
        return table
    result = _result(evaluator, operation, _of_two(evaluator, operation, roles), where, context)
    return taken_apart(evaluator, operation, roles, result)


def _of_two(evaluator: Evaluator, operation: Operation, roles: Roles) -> Roles:
    """Return the roles of `torch.max(a, b)`: a tensor in the place of an axis is the other operand."""
    takes_two = any(each.role == "y" for each in operation.parameters)
    if not takes_two or "y" in roles or "axis" not in roles:
        return roles
    value = evaluator.argument(roles["axis"])
    if not isinstance(value, Number) or value.holder is not Holder.TENSOR:
        return roles
    return {**{role: each for role, each in roles.items() if role != "axis"}, "y": roles["axis"]}


def layered(
    evaluator: Evaluator, layer: Layer, arguments: Arguments, where: Place, context: tuple[object, ...]
) -> Value:
    """Return the result of calling a layer's instance."""
    roles = bound(evaluator, layer.operation.parameters, layer.arguments)
    roles |= bound(evaluator, layer.operation.call, arguments)
    return _result(evaluator, layer.operation, roles, where, context, layer.dtype)


def _result(
    evaluator: Evaluator,
    operation: Operation,
    roles: Roles,
    where: Place,
    context: tuple[object, ...],
    cast_to: DType | None = None,
) -> Value:
    function = _function(evaluator, operation, roles, where)
    if function.name in _OF_TREES and "function" in roles:
        return UNKNOWN  # the derivative of a loss: it may be by a tree of parameters
    if function.name == "activation":
        chosen = evaluator.argument(roles.get("activation", UNKNOWN))
        return evaluator.called(chosen, Arguments((roles.get("x", UNKNOWN),)), where, (*context, "activation"))
    dtype = cast_to or dtype_of_call(evaluator, operation, roles)
    if function.gives and "x" in roles:
        return _several(evaluator, operation, roles, where, context)
    given = operands(evaluator, operation, function, roles, where)
    items = given.items
    if function.name == _SEVERAL and items:
        return _added(evaluator, items, where, context)
    numbers = _along_the_axis(evaluator, function, roles, given.numbers)
    told = equation(evaluator, roles, len(items))
    if told.squares and items[0].term == items[-1].term != 0:
        squares = computed(evaluator, evaluator.catalog.functions["square"], {"x": items[0]}, where, context)
        function, numbers, items = evaluator.catalog.functions["sum"], {"x": squares}, ()
    elif told.adds_up:
        function, numbers, items = evaluator.catalog.functions["sum"], {"x": items[0]}, ()
    elif told.contracts:
        numbers, items = {"x": items[0], "y": items[-1]}, ()
    function = _as_given(evaluator, function, roles, numbers, where)
    number = computed(evaluator, function, numbers, where, context, operation, items or given.alike, dtype)
    if function.name in ("softmax", OF_LOGARITHMS):
        number = along_its_axis(number, operation, _axis(evaluator, roles))
    elif function.name == _STACKED:
        number = stacked(number, items or given.alike, _axis(evaluator, roles))
    if operation.function.name == "parameter" and begins_at_0(evaluator, roles):
        number = replace(number, traits=number.traits | {FROM_0})
    result = replace(number, parts=_parts(evaluator, operation, roles, items)) if items else number
    activation = roles.get("activation", _usual_activation(evaluator, operation, where))
    if activation is not None and operation.function.name != "activation":
        return _activated(evaluator, operation, activation, result, where, context)
    return result


def _along_the_axis(
    evaluator: Evaluator, function: Function, roles: Roles, numbers: dict[str, Number]
) -> dict[str, Number]:
    """Return the operands of a sum, which know whether what belongs together is summed as a whole."""
    if "x" not in numbers:
        return numbers
    axis = _axis(evaluator, roles)
    if function.name in _ADDED_UP:
        return {**numbers, "x": added_up(taken_whole(numbers["x"], axis), axis)}
    return {**numbers, "x": run_through(numbers["x"], roles, axis)} if function.name == _RUNNING else numbers


def _as_given(
    evaluator: Evaluator, function: Function, roles: Roles, numbers: dict[str, Number], where: Place
) -> Function:
    """Return the function that is computed of these operands: a tensor that asks for a gradient is a weight.

    `torch.max(a, b)` is a bound, as `torch.maximum(a, b)` is.
    """
    if function.name in _BOUNDS_OF_TWO and "y" in numbers:
        return evaluator.catalog.functions[_BOUNDS_OF_TWO[function.name]]
    if function.name == _SEVERAL and isinstance(evaluator.argument(roles.get("x", UNKNOWN)), Number):
        return evaluator.catalog.functions["sum"]  # of a list, one item of which stands for all
    if function.name in _FILLED and is_weight(evaluator, roles, numbers):
        function = evaluator.catalog.functions["parameter"]
    is_0 = function.name == "parameter" and starts_at_0(evaluator, roles, where)
    return evaluator.catalog.functions["parameter_from_0"] if is_0 else function


def _added(evaluator: Evaluator, items: tuple[Number, ...], where: Place, context: tuple[object, ...]) -> Number:
    """Return the sum of several tensors, one added to the other: `add_n([a, b])` is `a + b`."""
    total, add = items[0], evaluator.catalog.functions["add"]
    for index, each in enumerate(items[1:]):
        total = computed(evaluator, add, {"x": total, "y": each}, where, (*context, index))
    return total


def _axis(evaluator: Evaluator, roles: Roles) -> Value | None:
    return evaluator.argument(roles["axis"]) if "axis" in roles else None


def _function(evaluator: Evaluator, operation: Operation, roles: Roles, where: Place) -> Function:
    """Return the function that a call computes, by what it asks for."""
    function = _named_activation(evaluator, operation, roles) or _reducing(evaluator, operation, roles)
    if function.name == "embedding" and "padding" in roles and evaluator.argument(roles["padding"]) != NONE:
        return evaluator.catalog.functions[PADDED]
    if function.name == _GATED and not _is_squashed(evaluator, roles):
        return evaluator.catalog.functions["recurrent"]
    is_input = (function.name == "derivative" and not is_differentiated_again(evaluator, roles)) or (
        function.name == "parameter" and (not is_trained_weight(evaluator, roles) or is_thrown_away(evaluator, where))
    )
    return evaluator.catalog.functions["input"] if is_input else function


def _is_squashed(evaluator: Evaluator, roles: Roles) -> bool:
    """Say whether a state is squashed: as recurrent layers do unless they are told otherwise."""
    given = evaluator.argument(roles["nonlinearity"]) if "nonlinearity" in roles else NONE
    return given == NONE or (isinstance(given, Text) and given.text in _SQUASHES)


def _several(
    evaluator: Evaluator, operation: Operation, roles: Roles, where: Place, context: tuple[object, ...]
) -> Sequence:
    """Return the results that a function gives together: `var, mean = torch.var_mean(x)`."""
    functions = (evaluator.catalog.functions[each] for each in operation.function.gives)
    each_alone = (replace(operation, function=each) for each in functions)
    return Sequence(tuple(_result(evaluator, each, roles, where, context) for each in each_alone))


def _parts(evaluator: Evaluator, operation: Operation, roles: Roles, items: tuple[Number, ...]) -> Parts | None:
    """Return what a stack or a concatenation is put together from, None where the axis is not known."""
    if operation.function.name not in PUT_TOGETHER:
        return None
    own, given = operation.defaults.get("axis"), roles.get("axis")
    if own is None and not any(each.role == "axis" for each in operation.parameters):
        return None
    axis = evaluator.argument(given) if given is not None else _USUAL_AXIS.get(operation.framework.name, _FIRST_AXIS)
    along = own if isinstance(own, int) else axis.range.single if isinstance(axis, Number) else None
    return Parts(items, int(along), operation.function.name == "stack") if along is not None else None


def _reducing(evaluator: Evaluator, operation: Operation, roles: Roles) -> Function:
    """Return the function of an operation: the reduction that is named, or another where no axis is given.

    That is the spread of all elements.
    """
    reductions = _NAMED.get(operation.function.name)
    named = evaluator.argument(roles.get("reduction", UNKNOWN)) if reductions is not None else None
    if reductions is not None and isinstance(named, Text) and named.text in reductions:
        return evaluator.catalog.functions[reductions[named.text]]
    whole = operation.function.without_axis
    return operation.function if whole is None or "axis" in roles else evaluator.catalog.functions[whole]


def _named_activation(evaluator: Evaluator, operation: Operation, roles: Roles) -> Function | None:
    """Return the function of a layer that only applies the activation it is told by name: `Activation("softmax")`."""
    chosen = roles.get("activation", UNKNOWN) if operation.function.name == "activation" else UNKNOWN
    value = evaluator.argument(chosen)
    named = operation.framework.activations.get(value.text) if isinstance(value, Text) else None
    return evaluator.catalog.functions[named] if named is not None else None


def _usual_activation(evaluator: Evaluator, operation: Operation, where: Place) -> Text | None:
    """Return the activation that a layer applies unless it is told another one, as those of `contrib` do.

    In a file with an `arg_scope` it may be told there.
    """
    usual = operation.defaults.get("activation")
    if not isinstance(usual, str) or evaluator.modules.bindings(where.document).search(_TELLS_LAYERS) is not None:
        return None
    return Text(usual)


def _activated(
    evaluator: Evaluator,
    operation: Operation,
    activation: Deferred | Value,
    result: Number,
    where: Place,
    context: tuple[object, ...],
) -> Value:
    """Return a layer's result after its `activation=` argument: a name, a function, or a layer."""
    chosen = evaluator.argument(activation)
    if chosen == NONE:
        return result
    if isinstance(chosen, Text):
        named = operation.framework.activations.get(chosen.text)
        if named is None:
            return UNKNOWN
        function = evaluator.catalog.functions[named]
        return computed(evaluator, function, {"x": result}, where, (*context, "activation"), operation)
    return evaluator.called(chosen, Arguments((result,)), where, (*context, "activation"))
