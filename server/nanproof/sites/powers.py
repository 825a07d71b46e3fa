"""For which bases a power is finite, in value and in derivative: that depends on its exponent."""

from __future__ import annotations

from nanproof.catalog.model import Domain

_NOT_ZERO = Domain(hole=0.0)
_POSITIVE = Domain(low=0.0, low_open=True)
_NOT_NEGATIVE = Domain(low=0.0)


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
