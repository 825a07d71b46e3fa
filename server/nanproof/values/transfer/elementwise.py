"""Functions of one operand, applied to each element."""

from __future__ import annotations

import math
from dataclasses import dataclass

from nanproof.values import scalars
from nanproof.values.dtype import Arithmetic, next_after
from nanproof.values.interval import EVERYTHING, Interval, spanning
from nanproof.values.ranges import UNBOUNDED, Point, Range, thinned
from nanproof.values.scalars import Scalar
from nanproof.values.transfer.operands import Operands, Transfer

# Kernels of exp, tanh and their kind are off by a few units in the last place (observed: up to 3 in float32).
ULPS = 4


@dataclass(frozen=True, slots=True)
class Shape:
    """A scalar function and what is known of its form.

    `bottom` and `top` bound its results whatever the kernel `rounds`; `turn` is the argument of its only minimum
    (None: it rises everywhere); `least` is the smallest argument that it is defined for. An `activation` is fed
    with logits: where nothing is known of the operand, it is taken to be unbounded. `rounds` says that the
    kernel's result is not the correctly rounded one.
    """

    scalar: Scalar
    bottom: float = -math.inf
    top: float = math.inf
    turn: float | None = None
    falls: bool = False
    least: float = -math.inf
    activation: bool = False
    rounds: bool = True


def _bounds(shape: Shape, x: Interval, arithmetic: Arithmetic) -> Interval:
    low, high = max(x.low, shape.least), max(x.high, shape.least)
    ends = [shape.scalar(low), shape.scalar(high)]
    if shape.turn is not None and low <= shape.turn <= high:
        ends.append(shape.scalar(shape.turn))
    rounded = spanning(*(arithmetic.round(end) for end in ends))
    if not shape.rounds:
        return rounded
    outwards = Interval(
        next_after(rounded.low, -math.inf, arithmetic.dtype, ULPS),
        next_after(rounded.high, math.inf, arithmetic.dtype, ULPS),
    )
    return Interval(
        arithmetic.round(min(max(outwards.low, shape.bottom), shape.top)),
        arithmetic.round(max(min(outwards.high, shape.top), shape.bottom)),
    )


def _unbounded_points(symbol: object) -> tuple[Point, ...]:
    argument = (symbol, "argument")
    return tuple(Point(value, ((argument, value),)) for value in (-UNBOUNDED, UNBOUNDED))


def _is_unknown_otherwise(x: Range) -> bool:
    """Say whether all that is known is which constant it is on some alternatives: `z = zeros(3)`, `if c: z = f(x)`."""
    return x.interval.is_everything and all(point.way and not point.under for point in x.points)


def elementwise(shape: Shape) -> Transfer:
    """Return the transfer function of a scalar function."""

    def transfer(operands: Operands) -> Range:
        x = operands["x"]
        arithmetic = operands.arithmetic
        points = x.points
        if shape.activation and (not points or _is_unknown_otherwise(x)):
            # Bounded arguments (tanh(x) * 10) have no unbounded points: the ends of the interval decide.
            far = (point for point in _unbounded_points(operands.symbol) if x.interval.contains(point.value))
            points = (*points, *far)
        taken = (point.at(arithmetic.round(shape.scalar(arithmetic.round(point.value)))) for point in points)
        interval = EVERYTHING if x.interval.high < shape.least else _bounds(shape, x.interval, arithmetic)
        return Range(interval, thinned(taken), x.may_be_nan or x.interval.low < shape.least)

    return transfer


def _round_half_even(x: float) -> float:
    return x if math.isinf(x) or math.isnan(x) else float(round(x))


def _floor(x: float) -> float:
    return x if math.isinf(x) or math.isnan(x) else float(math.floor(x))


def _ceil(x: float) -> float:
    return x if math.isinf(x) or math.isnan(x) else float(math.ceil(x))


def _trunc(x: float) -> float:
    return x if math.isinf(x) or math.isnan(x) else float(math.trunc(x))


def _sign(x: float) -> float:
    return x if x == 0 or math.isnan(x) else math.copysign(1.0, x)


def _leaky_relu(x: float) -> float:
    return x if x > 0 else 0.2 * x


def _hard_sigmoid(x: float) -> float:
    return min(max(x / 6.0 + 0.5, 0.0), 1.0)


def _gelu(x: float) -> float:
    return x * 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))


def _silu(x: float) -> float:
    return x * scalars.sigmoid(x)


def _softsign(x: float) -> float:
    return math.copysign(1.0, x) if math.isinf(x) else x / (1.0 + abs(x))


_GELU_LEAST = -0.7517915246935645  # argument of the minimum of gelu, -0.16997 there
_SILU_LEAST = -1.2784645427610738  # argument of the minimum of silu, -0.27846 there

ELEMENTWISE: dict[str, Transfer] = {
    name: elementwise(shape)
    for name, shape in {
        "exp": Shape(scalars.exp, bottom=0.0),
        "exp2": Shape(scalars.exp2, bottom=0.0),
        "expm1": Shape(scalars.expm1, bottom=-1.0),
        "log": Shape(scalars.log, least=0.0),
        "log2": Shape(scalars.log2, least=0.0),
        "log10": Shape(scalars.log10, least=0.0),
        "log1p": Shape(scalars.log1p, least=-1.0),
        "sqrt": Shape(scalars.sqrt, least=0.0, bottom=0.0),
        "rsqrt": Shape(scalars.rsqrt, least=0.0, bottom=0.0, falls=True),
        "sigmoid": Shape(scalars.sigmoid, bottom=0.0, top=1.0, activation=True),
        "hard_sigmoid": Shape(_hard_sigmoid, bottom=0.0, top=1.0, activation=True),
        "log_sigmoid": Shape(scalars.log_sigmoid, top=0.0, activation=True),
        "softplus": Shape(scalars.softplus, bottom=0.0, activation=True),
        "softsign": Shape(_softsign, bottom=-1.0, top=1.0),
        "tanh": Shape(math.tanh, bottom=-1.0, top=1.0, activation=True),
        "relu": Shape(scalars.relu, activation=True, rounds=False),
        "relu6": Shape(lambda x: min(scalars.relu(x), 6.0), activation=True, rounds=False),
        "leaky_relu": Shape(_leaky_relu, activation=True),
        "elu": Shape(scalars.elu, bottom=-1.0, activation=True),
        "selu": Shape(scalars.selu, bottom=-1.7580993408473766, activation=True),
        "gelu": Shape(_gelu, bottom=-0.17, turn=_GELU_LEAST, activation=True),
        "silu": Shape(_silu, bottom=-0.2785, turn=_SILU_LEAST, activation=True),
        "abs": Shape(abs, turn=0.0, rounds=False),
        "square": Shape(lambda x: x * x, turn=0.0, rounds=False),
        "negative": Shape(lambda x: -x, rounds=False),
        "sign": Shape(_sign, rounds=False),
        "arctan": Shape(math.atan, bottom=-1.5707964, top=1.5707964),
        "erf": Shape(math.erf, bottom=-1.0, top=1.0),
        "round": Shape(_round_half_even, rounds=False),
        "floor": Shape(_floor, rounds=False),
        "trunc": Shape(_trunc, rounds=False),
        "ceil": Shape(_ceil, rounds=False),
    }.items()
}


def _periodic(scalar: Scalar) -> Transfer:
    def transfer(operands: Operands) -> Range:
        x = operands["x"]
        points = (point.at(operands.arithmetic.round(scalar(point.value))) for point in x.points)
        if x.interval.is_single:
            return elementwise(Shape(scalar, bottom=-1.0, top=1.0))(operands)
        return Range(Interval(-1.0, 1.0), thinned(points) if not x.is_unknown else (), x.may_be_nan)

    return transfer


ELEMENTWISE["sin"] = _periodic(scalars.sine)
ELEMENTWISE["cos"] = _periodic(scalars.cosine)
