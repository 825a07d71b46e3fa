"""Which invalid points of an operand may be reported, and which of them is the easiest to believe."""

from __future__ import annotations

from nanproof.catalog.model import Domain
from nanproof.rules.site import Site
from nanproof.rules.wording import is_evident
from nanproof.values.ranges import Point


def evident(site: Site, domain: Domain) -> list[Point]:
    """Return the points outside a domain that may be reported."""
    points = site.operand.range.points
    return [point for point in points if not domain.holds(point.value) and is_evident(site.operand, point)]


def clearest(points: list[Point]) -> Point:
    """Return the point that is easiest to believe: zero before a negative number, few producers before many."""
    return min(points, key=lambda point: (point.value != 0, len(point.under)))
