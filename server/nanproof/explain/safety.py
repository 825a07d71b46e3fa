"""Why an operation that was looked at is no suspect: what is said of a site without a finding."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from nanproof.explain.revelation import said
from nanproof.findings.hiding import hiding
from nanproof.masks.before import masks_of
from nanproof.sites.site import Site
from nanproof.source.place import Place
from nanproof.uses.consumed import is_harmless


class Safety(Enum):
    """Why an operation is no suspect."""

    CONSTANT = "the operand is written out, and valid"
    AWAY = "the operand stays where the operation is finite"
    MASKED = "a mask keeps the operand where the operation is finite"
    HARMLESS = "what is invalid is replaced, compared or only looked at"
    NO_GRADIENT = "the value is finite, and no derivative that is not comes back"
    UNKNOWN = "nothing is known that makes the operand invalid"
    SILENCED = "a comment silences what was found"


@dataclass(frozen=True, slots=True)
class Safe:
    """An operation that is no suspect, and why; `values` are those of its operand, in words."""

    place: Place
    operation: str
    operand: str
    safety: Safety
    values: str


def safe(site: Site) -> Safe:
    """Return why nothing is reported of a site."""
    return Safe(site.place, site.name, site.operand_text, _safety(site), said(site.operand))


def silenced(site: Site) -> Safe:
    """Return a site of which something would be reported, but for a comment."""
    return Safe(site.place, site.name, site.operand_text, Safety.SILENCED, said(site.operand))


def _safety(site: Site) -> Safety:
    known = site.operand.range
    if known.single is not None and site.holds(known.single):
        return Safety.CONSTANT
    if site.domain is not None and _stays_inside(site):
        return Safety.MASKED if next(masks_of(site.operand), None) is not None else Safety.AWAY
    if is_harmless(site) or (known.points and hiding(site) is not None):
        return Safety.HARMLESS
    if site.domain is None and site.gradient is not None:
        return Safety.NO_GRADIENT
    return Safety.UNKNOWN


def _stays_inside(site: Site) -> bool:
    """Say whether all values that the operand can have are valid."""
    bounds, domain = site.operand.range.interval, site.domain
    if domain is None or bounds.is_everything or site.operand.range.may_be_nan:
        return False
    is_hole_inside = domain.hole is not None and bounds.contains(domain.hole)
    return site.holds(bounds.low) and site.holds(bounds.high) and not is_hole_inside and not domain.poles
