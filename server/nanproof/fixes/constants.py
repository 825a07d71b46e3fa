"""The constants of a mask that work: large enough for the dtype, in value and in gradient (FACTS, table E)."""

from __future__ import annotations

from nanproof.fixes.bound_table import Purpose, bound
from nanproof.fixes.bounds import floor_of
from nanproof.sites.site import Site


def above_zero(site: Site) -> str:
    """Return how far from 0 an operand must stay."""
    return floor_of(site)


def from_one(site: Site) -> str:
    """Return how far from 1 an operand must stay."""
    return bound(Purpose.ONE, site.operand.dtype)


def beside(site: Site, edge: float, *, above: bool) -> tuple[str, float] | None:
    """Return the number next to an edge that an operand may take, as it is written and what it is."""
    if edge == 0:
        return (above_zero(site), float(above_zero(site))) if above else None
    if abs(edge) != 1:
        return None
    distance = from_one(site)
    moved = edge + float(distance) if above else edge - float(distance)
    return f"{edge:g} {'+' if above else '-'} {distance}", moved
