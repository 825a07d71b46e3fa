"""The constants of a mask that work: large enough for the dtype, in value and in gradient (FACTS, table E)."""

from __future__ import annotations

from nanproof.rules.site import Site
from nanproof.values.dtype import DType

# 1e-10 is the mask that everybody knows; in float16 it would be 0, log's derivative needs 1.6e-5, 1/x's 4e-3.
_ABOVE_ZERO = "1e-10"
_IN_HALF = "1e-4"
_DIVISOR_IN_HALF = "4e-3"
# The distance from 1 that the dtype can hold: 1 - 1e-8 is 1 in float32.
_FROM_ONE = {DType.FLOAT16: "1e-3", DType.BFLOAT16: "1e-2", DType.FLOAT64: "1e-15"}
_FROM_ONE_IN_SINGLE = "1e-7"


def above_zero(site: Site) -> str:
    """Return how far from 0 an operand must stay."""
    if site.operand.dtype is not DType.FLOAT16:
        return _ABOVE_ZERO
    return _DIVISOR_IN_HALF if site.domain is not None and site.domain.hole is not None else _IN_HALF


def from_one(site: Site) -> str:
    """Return how far from 1 an operand must stay."""
    return _FROM_ONE.get(site.operand.dtype, _FROM_ONE_IN_SINGLE)


def beside(site: Site, edge: float, *, above: bool) -> tuple[str, float] | None:
    """Return the number next to an edge that an operand may take, as it is written and what it is."""
    if edge == 0:
        return (above_zero(site), float(above_zero(site))) if above else None
    if abs(edge) != 1:
        return None
    distance = from_one(site)
    moved = edge + float(distance) if above else edge - float(distance)
    return f"{edge:g} {'+' if above else '-'} {distance}", moved
