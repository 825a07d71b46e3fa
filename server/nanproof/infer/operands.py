"""The operands of a call: its arguments by role, as numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from nanproof.catalog.model import Function, Operation, Parameter
from nanproof.infer.callsites import is_test
from nanproof.infer.counted_rows import counting_something
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.joining import gathered
from nanproof.infer.narrowing import chosen
from nanproof.infer.operators import as_number
from nanproof.infer.pairwise import DIAGONAL, without
from nanproof.infer.selected import is_off_the_diagonal
from nanproof.infer.value import (
    UNKNOWN,
    Arguments,
    Deferred,
    Number,
    Sequence,
    Text,
    Value,
    python_number,
)
from nanproof.source.place import Place

# The transfer functions that look at no operand: their arguments need not be evaluated.
_BLIND = frozenset(
    {
        "gated",
        "linear",
        "parameter",
        "input",
        "derivative",
        "normal",
        "unknown",
        "one_hot",
        "comparison",
        "count",
        "tally",
        "non_negative",
    }
)
_NUMERIC = ("x", "y", "rate", "low", "high", "value", "exponent", "minval", "maxval", "places", "endpoint")
_SYNONYMS = {"minval": "low", "maxval": "high", "exponent": "y"}
# What puts several together; of a list of which one item stands for all it takes that one.
PUT_TOGETHER = frozenset({"stack", "concat"})

Roles: TypeAlias = dict[str, Deferred | Value]


@dataclass(frozen=True, slots=True)
class Operands:
    """The numbers by role; the items where several are written out, or one that stands for all of a list."""

    numbers: dict[str, Number]
    items: tuple[Number, ...] = ()
    alike: tuple[Number, ...] = ()


def bound(
    evaluator: Evaluator,
    parameters: tuple[Parameter, ...],
    arguments: Arguments,
    receiver: Deferred | Value | None = None,
) -> Roles:
    """Return the arguments of a call by role (by parameter name where a parameter has no role)."""
    rest: list[Deferred | Value] = [*([receiver] if receiver is not None else []), *arguments.positional]
    roles: Roles = {}
    for index, parameter in enumerate(parameters):
        if parameter.star:
            given = [evaluator.argument(each) for each in rest[index:]]
            roles[parameter.role or parameter.name] = Sequence(tuple(e for e in given if not isinstance(e, Text)))
            if given and isinstance(given[-1], Text):
                roles["equation"] = given[-1]  # of einops, which is told it behind all operands
            break
        if index < len(rest):
            roles[parameter.role or parameter.name] = rest[index]
    names = {parameter.name: parameter.role or parameter.name for parameter in parameters}
    for name, argument in arguments.keyword:
        roles[names.get(name, name)] = argument
    return roles


def operands(evaluator: Evaluator, operation: Operation, function: Function, roles: Roles, where: Place) -> Operands:
    """Return what a call computes with, by role; nothing of what its transfer function does not look at."""
    numbers: dict[str, Number] = {}
    items: tuple[Number, ...] = ()
    alike: tuple[Number, ...] = ()
    if function.transfer in _BLIND:
        return Operands({})
    for role in _NUMERIC:
        argument = _chosen(evaluator, role, roles)
        if argument is None:
            continue
        # Once: what is cut short is not remembered, and asked twice at each level it costs a power of two.
        value = evaluator.argument(argument)
        if isinstance(value, Sequence) and role == "x":
            items = _items(evaluator, value)
        elif isinstance(value, Number) and not value.range.is_unknown and function.name in PUT_TOGETHER:
            alike = (value,)
        # What a test writes out are examples, and not all that is ever passed: a table of them tells nothing.
        is_example = isinstance(value, Sequence) and _is_nested(value) and is_test(evaluator, where.document)
        number = _operand(evaluator, UNKNOWN if is_example else value, operation)
        if number is not None:
            numbers[_SYNONYMS.get(role, role)] = number
    return Operands(numbers | _defaults(operation, numbers), items, alike)


def _chosen(evaluator: Evaluator, role: str, roles: Roles) -> Deferred | Value | None:
    """Return an operand; of `where(c, x, y)` x only as far as c holds for it, and y as far as it does not.

    A `masked_fill` is the `where` whose x is the value that fills. Of `gather_nd(x, where(c))` it is x where c holds.
    """
    argument, condition = roles.get(role), roles.get("condition") or roles.get("indices")
    if not isinstance(argument, Deferred) or not isinstance(condition, Deferred):
        return argument
    is_kept = role == "x"
    value = chosen(evaluator, argument, condition.node, holds=is_kept)
    if not isinstance(value, Number):
        return value
    other = roles.get("y" if is_kept else "x")
    if is_off_the_diagonal(evaluator.argument(condition), holds=is_kept) and not _may_be_0(evaluator, other):
        value = without(value, DIAGONAL)
    return counting_something(evaluator, argument, value, condition.node, holds=is_kept)


def _may_be_0(evaluator: Evaluator, argument: Deferred | Value | None) -> bool:
    """Say whether what fills a diagonal is 0 itself, or may be."""
    value = evaluator.argument(argument) if argument is not None else UNKNOWN
    if not isinstance(value, Number):
        return False
    return any(each.value == 0 for each in value.range.points)


def _operand(evaluator: Evaluator, value: Value, operation: Operation) -> Number | None:
    number = as_number(evaluator, data(value))
    if number is not None and number.framework is None and operation.framework.name != "python":
        return replace(number, framework=operation.framework)
    return number


def _is_nested(several: Sequence) -> bool:
    return any(isinstance(each, Sequence) for each in several.items)


def data(value: Value) -> Value:
    """Return what holds of each element of data that are written as a list, or as lists of lists."""
    if not isinstance(value, Sequence):
        return value
    return gathered(data(each) for each in value.items) if value.items else UNKNOWN


def _items(evaluator: Evaluator, several: Sequence) -> tuple[Number, ...]:
    """Return the operands of a role that takes several: the tensors of a concatenation."""
    numbers = [as_number(evaluator, item) for item in several.items]
    return tuple(number for number in numbers if number is not None) if all(numbers) else ()


def _defaults(operation: Operation, given: dict[str, Number]) -> dict[str, Number]:
    return {
        _SYNONYMS.get(role, role): python_number(float(value), is_integer=isinstance(value, int))
        for role, value in operation.defaults.items()
        if role in _NUMERIC and _SYNONYMS.get(role, role) not in given and isinstance(value, int | float)
    }
