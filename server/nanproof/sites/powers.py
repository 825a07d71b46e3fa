"""For which bases a power is finite, in value and in derivative: that depends on its exponent."""

from __future__ import annotations

from dataclasses import replace

from nanproof.catalog.model import Domain, Function
from nanproof.infer.engine import Engine
from nanproof.infer.structure import made_by
from nanproof.infer.value import Holder, Number, Value
from nanproof.values.ranges import UNKNOWN_RANGE

_NOT_ZERO = Domain(hole=0.0)
_POSITIVE = Domain(low=0.0, low_open=True)
_NOT_NEGATIVE = Domain(low=0.0)


# Exponents that are trained or drawn are no whole numbers, whatever they are.
_REAL = frozenset({"input", "placeholder", "parameter", "parameter_from_0", "uniform", "normal", "truncated_normal"})
_ABOVE_ONE = 1.5


def beside_a_tensor(raised: Value) -> Number | None:
    """Return what a base of which nothing is known is: a tensor, where it is raised to one."""
    if not isinstance(raised, Number) or raised.holder is not Holder.TENSOR:
        return None
    return Number(UNKNOWN_RANGE, raised.dtype, Holder.TENSOR, raised.framework)


def exponent_of_power(engine: Engine, number: Number | None) -> float | None:
    """Return an exponent, None where it is not known; one that is trained or drawn is known to be no whole number."""
    if number is None:
        return None
    written = _written(number)
    if written is not None:
        return written
    is_real = number.dtype.is_float and made_by(engine, number.term) in _REAL
    return _ABOVE_ONE if is_real else None


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
