"""For which bases a power is finite, in value and in derivative: that depends on its exponent."""

from __future__ import annotations

from dataclasses import replace

from nanproof.catalog.model import Domain, Function
from nanproof.infer.engine import Engine
from nanproof.infer.structure import made_by, uncast
from nanproof.infer.value import Computation, Holder, Number, Value
from nanproof.values.ranges import UNKNOWN_RANGE

_NOT_ZERO = Domain(hole=0.0)
_POSITIVE = Domain(low=0.0, low_open=True)
_NOT_NEGATIVE = Domain(low=0.0)


# Exponents that are trained or drawn are no whole numbers, whatever they are.
_REAL = frozenset({"input", "placeholder", "parameter", "parameter_from_0", "uniform", "normal", "truncated_normal"})
_ABOVE_ONE = 1.5
# What is positive, and as often below 1 as above it: the exponent of a curve that a network gives.
_POSITIVE_OUTPUTS = frozenset({"exp", "softplus", "sigmoid"})
_BELOW_ONE = 0.5
_WEIGHTS = frozenset({"parameter", "parameter_from_0"})


def beside_a_tensor(raised: Value) -> Number | None:
    """Return what a base of which nothing is known is: a tensor, where it is raised to one."""
    if not isinstance(raised, Number) or raised.holder is not Holder.TENSOR:
        return None
    return Number(UNKNOWN_RANGE, raised.dtype, Holder.TENSOR, raised.framework)


def exponent_of_power(engine: Engine, number: Number | None) -> float | None:
    """Return an exponent, None where it is not known; one that is trained or drawn is known to be no whole number.

    So is one that a network gives, which may be below 1 too.
    """
    if number is None:
        return None
    written = _written(number)
    if written is not None:
        return written
    if not number.dtype.is_float:
        return None
    if _is_given_by_a_network(uncast(number).computation):
        return _BELOW_ONE
    return _ABOVE_ONE if made_by(engine, number.term) in _REAL else None


def _is_given_by_a_network(made: Computation | None) -> bool:
    """Say whether an exponent is computed of an output; a weight by itself moves by the learning rate of a step."""
    if made is None or made.function.name not in _POSITIVE_OUTPUTS:
        return False
    given = {each.function.name for role in made.roles.values() for each in role.made}
    return bool(given) and not given <= _WEIGHTS


def _written(number: Number) -> float | None:
    """Return an exponent that stands in the source, or the default of a parameter, which anybody may leave."""
    if number.range.interval.is_everything and len(number.range.points) == 1:
        return number.range.points[0].value
    single = number.range.single
    return _least_of_several(number) if single is None else single


def _least_of_several(number: Number) -> float | None:
    """Return the least of the exponents that a loop, or a tensor of weights, takes: none of them is a whole number."""
    values = [each.value for each in number.range.points]
    is_written = len(values) > 1 and not number.made and not number.range.interval.is_everything
    return min(values) if is_written and not any(each.is_integer() for each in values) else None


def told_of_power(function: Function, number: Number | None) -> Function:
    """Return the function that a power is, whose sentences say with which exponent, where the source shows it."""
    written = _written(number) if number is not None else None
    if written is None:
        return function
    raised = f" ** {written:.4g}"
    return replace(
        function,
        at_edge=f"0{raised} is Inf",
        outside=f"(-1){raised} is NaN",
        steep=f"x{raised} has an infinite gradient at 0",
    )


def domain_of_power(exponent: float | None) -> Domain | None:
    """Return the bases for which `x ** exponent` is finite, None for all or where the exponent is not known."""
    if exponent is None or (exponent >= 0 and exponent.is_integer()):
        return None
    if exponent.is_integer():
        return _NOT_ZERO
    return _NOT_NEGATIVE if exponent > 0 else _POSITIVE


def derivative_of_power(exponent: float | None) -> Domain | None:
    """Return the bases for which the derivative `exponent * x ** (exponent - 1)` is finite."""
    if exponent is None or exponent.is_integer() or exponent > 1:
        return domain_of_power(exponent)
    return _POSITIVE
