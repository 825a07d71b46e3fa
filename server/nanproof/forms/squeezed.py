"""Whether a share was moved away from 0 and from 1: `p = a + (1 - 2 * a) * x`, and what remains of it, `1 - p`.

What a flow or a likelihood of pictures begins with is `log(p) - log(1 - p)`, of pixels between 0 and 1.
"""

from __future__ import annotations

from dataclasses import dataclass

from nanproof.infer.value import Holder, Number

_KEPT = frozenset({"same", "cast", "tensor"})
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class _Line:
    """A number as `at_0 + slope * x` of something x that nothing is known of."""

    at_0: float
    slope: float


_ITSELF = _Line(0.0, 1.0)


def is_squeezed(operand: Number, low: float) -> bool:
    """Say whether an operand stays away from `low`, and from 1 above it, as what it is computed of goes from 0 to 1."""
    line = _line(operand, DEEPEST)
    ends = (line.at_0 - low, line.at_0 + line.slope - low)
    return min(ends) > 0 and max(ends) < 1


def _line(number: Number, depth: int) -> _Line:
    usual = _usual(number)
    if usual is not None:
        return _Line(usual, 0.0)
    made = number.computation
    if made is None or not depth:
        return _ITSELF
    name, roles = made.function.name, made.roles
    if name in _KEPT:
        return _line(roles["x"], depth - 1)
    if name == "negative":
        return _scaled(_line(roles["x"], depth - 1), -1.0)
    if not roles.keys() >= {"x", "y"}:
        return _ITSELF
    one, other = _line(roles["x"], depth - 1), _line(roles["y"], depth - 1)
    if one.slope and other.slope:
        is_share = name == "multiply" and one.at_0 == other.at_0 == 0  # of shares the product is one
        return _Line(0.0, one.slope * other.slope) if is_share else _ITSELF
    match name:
        case "add":
            return _Line(one.at_0 + other.at_0, one.slope + other.slope)
        case "subtract":
            return _Line(one.at_0 - other.at_0, one.slope - other.slope)
        case "multiply":
            return _scaled(one, other.at_0) if one.slope else _scaled(other, one.at_0)
        case "divide" if not other.slope and other.at_0:
            return _scaled(one, 1 / other.at_0)
        case _:
            return _ITSELF


def _scaled(line: _Line, factor: float) -> _Line:
    return _Line(line.at_0 * factor, line.slope * factor)


def _usual(number: Number) -> float | None:
    """Return the value of a constant, or the one that a setting of Python's usually has: its default."""
    if number.range.single is not None:
        return number.range.single
    taken = number.range.points if number.holder is Holder.PYTHON else ()
    return taken[0].value if len(taken) == 1 and not taken[0].under else None
