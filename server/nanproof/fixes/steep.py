"""Operands at which the value is right and only the derivative is not: a mask changes what was right there."""

from __future__ import annotations

from math import isinf

from nanproof.sites.site import Site


def steep(site: Site) -> str | None:
    """Return what a mask assumes where only the derivative is infinite, None where the value is invalid too."""
    points = [each.value for each in site.operand.range.points]
    if site.gradient is not None and all(map(site.gradient.holds, points)):
        low, least = site.gradient.low, site.operand.range.interval.low
        may_be_there = least == low or (least < low and isinf(site.gradient.high))
        points = [low] if may_be_there else points
    if site.gradient is None or not (site.domain is None or all(site.domain.holds(each) for each in points)):
        return None
    failing = [each for each in points if not site.gradient.holds(each)]
    if not failing:
        return None
    return f"right where nobody needs the value at {failing[0]:g} itself: it becomes that at the bound"
