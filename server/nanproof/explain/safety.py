"""Why an operation that was looked at is no suspect: what is said of a site without a finding."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from nanproof.explain.revelation import said
from nanproof.explain.unexcluded import stays_inside, unexcluded
from nanproof.findings.finding import Finding
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
    VALUE_ALONE = "the value is finite, and nothing is known that makes the derivative invalid"
    UNKNOWN = "nothing is known that makes the operand invalid"
    SILENCED = "a comment silences what was found"


@dataclass(frozen=True, slots=True)
class Safe:
    """An operation that is no suspect, and why; `values` are those of its operand, in words.

    Where something invalid is not known and not excluded either, `unexcluded` says what.
    """

    place: Place
    operation: str
    operand: str
    safety: Safety
    values: str
    unexcluded: Finding | None = None


def safe(site: Site) -> Safe:
    """Return why nothing is reported of a site."""
    found = unexcluded(site)
    return Safe(site.place, site.name, site.operand_text, _safety(site, found), said(site.operand), found)


def silenced(site: Site) -> Safe:
    """Return a site of which something would be reported, but for a comment."""
    return Safe(site.place, site.name, site.operand_text, Safety.SILENCED, said(site.operand))


def _safety(site: Site, found: Finding | None) -> Safety:
    known = site.operand.range
    if known.single is not None and site.holds(known.single):
        return Safety.CONSTANT
    if site.domain is not None and stays_inside(site, site.domain):
        if found is not None:
            return Safety.VALUE_ALONE
        return Safety.MASKED if next(masks_of(site.operand), None) is not None else Safety.AWAY
    if is_harmless(site) or (known.points and hiding(site) is not None):
        return Safety.HARMLESS
    if site.domain is None and site.gradient is not None:
        return Safety.NO_GRADIENT if found is None else Safety.VALUE_ALONE
    return Safety.UNKNOWN
