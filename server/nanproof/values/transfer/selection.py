"""Operations that choose among values: clip, where, concatenation, replacement of NaN."""

from __future__ import annotations

import math
from dataclasses import replace

from nanproof.values.dtype import Arithmetic
from nanproof.values.interval import Interval
from nanproof.values.ranges import UNKNOWN_RANGE, Point, Range, joined, thinned
from nanproof.values.transfer.arithmetic import ARITHMETIC
from nanproof.values.transfer.operands import Operands, Transfer


def _rounded(known: Range, arithmetic: Arithmetic) -> Range:
    interval = Interval(arithmetic.round(known.interval.low), arithmetic.round(known.interval.high))
    return Range(interval, tuple(p.at(arithmetic.round(p.value)) for p in known.points), known.may_be_nan)


def _clip(operands: Operands) -> Range:
    result = operands["x"]
    bounds = [("low", "maximum"), ("high", "minimum")]
    for role, extreme in bounds:
        if operands.given(role):
            # A constant is no bound here: `clamp(zeros, min=eps)` is not 0, whatever eps is.
            clipped = result if operands[role].points else replace(result, points=())
            roles = {"x": clipped, "y": operands[role]}
            symbol = (operands.symbol, role)
            result = ARITHMETIC[extreme](Operands(roles, operands.arithmetic, symbol))
    if operands["x"].is_unknown and operands.given("low") and operands.given("high"):
        return Range(result.interval, _taken_bounds(operands))
    return _rounded(result, operands.arithmetic)


def _taken_bounds(operands: Operands) -> tuple[Point, ...]:
    rounded = operands.arithmetic.round
    return thinned(
        Point(rounded(point.value), (*point.under, ((operands.symbol, "bound"), point.value)), point.way)
        for role in ("low", "high")
        for point in operands[role].points
    )


def _where(operands: Operands) -> Range:
    return _rounded(joined((operands["x"], operands["y"]), operands.symbol), operands.arithmetic)


def _concat(operands: Operands) -> Range:
    return joined(operands.items, operands.symbol) if operands.items else UNKNOWN_RANGE


def _nan_to_num(operands: Operands) -> Range:
    x = operands["x"]
    filled = operands["value"] if operands.given("value") else Range(Interval(0.0, 0.0))
    kept = tuple(point for point in x.points if not math.isnan(point.value) and not math.isinf(point.value))
    interval = x.interval if x.interval.is_everything else x.interval.hull(filled.interval)
    return Range(interval, kept)


def _same(operands: Operands) -> Range:
    return _rounded(operands["x"], operands.arithmetic)


SELECTION: dict[str, Transfer] = {
    "clip": _clip,
    "where": _where,
    "concat": _concat,
    "nan_to_num": _nan_to_num,
    "same": _same,
    "cast": _same,
    "tensor": _same,
}
