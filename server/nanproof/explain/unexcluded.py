"""What is said of an operation of which no rule says anything, to somebody who is sure that a NaN is made somewhere.

Nothing is known that makes its operand invalid; but nothing excludes it either. It is told where nothing else explains
the NaN.
"""

from __future__ import annotations

import math

from nanproof.catalog.model import Domain
from nanproof.findings.domain import reported
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.line import line, source_of
from nanproof.findings.wording import advice, allowed, consequence, overflow
from nanproof.infer.value import Holder
from nanproof.masks.stopped import is_stopped
from nanproof.rules.empty_reduction import is_unbiased, may_be_of_none
from nanproof.rules.registry import RULES
from nanproof.sites.elements import elements
from nanproof.sites.masked_rows import SOFTMAX, is_filled
from nanproof.sites.site import Site
from nanproof.uses.consumed import is_harmless

_OF_GRADIENTS, _OF_NONE = "NAN301", "NAN106"
_EVERYWHERE = Domain()


def unexcluded(site: Site) -> Finding | None:
    """Return what nothing shows of an operand; None where the operation is finite for all that it may be."""
    known = site.operand.range
    if is_unbiased(site) and elements(site) is None and not is_harmless(site):
        return _of_value(site, f" has more than one element: the unbiased {site.function.title} of one is 0 / 0")
    if site.function.rule == _OF_NONE and may_be_of_none(site) and not is_harmless(site):
        return _of_value(site, f" has any element: the {site.function.title} of none is NaN")
    is_constant = known.single is not None and site.holds(known.single)
    if is_constant or site.operand.holder is Holder.PYTHON or is_harmless(site):
        return None
    if site.function.name == SOFTMAX:
        return (
            _of_value(site, " leaves something in each row: a softmax of -inf alone is NaN")
            if is_filled(site)
            else None
        )
    if site.function.overflows:
        return _of_value(site, f" stays small enough: {overflow(site)}") if math.isinf(known.interval.high) else None
    if site.domain is not None and not stays_inside(site, site.domain):
        return _of_value(
            site, f" stays {allowed(site.domain)}: {consequence(site, _outside(site.domain))}{advice(site)}"
        )
    if site.gradient is None or stays_inside(site, site.gradient) or is_stopped(site):
        return None
    rule, stays = RULES[_OF_GRADIENTS], f" stays {allowed(site.gradient)}: {site.function.steep}"
    return reported(rule, site, Severity.HINT, line(("nothing here shows that ", source_of(site.operand_node), stays)))


def stays_inside(site: Site, domain: Domain) -> bool:
    """Say whether all values that the operand can have are in a domain of its operation."""
    if domain == _EVERYWHERE:
        return True  # as a framework may define the derivative
    known = site.operand.range
    bounds = known.interval
    if bounds.is_everything or known.may_be_nan:
        return False
    is_hole_inside = domain.hole is not None and bounds.contains(domain.hole)
    is_bounded = domain.low <= bounds.low and bounds.high <= domain.high
    return (
        is_bounded
        and domain.holds(bounds.low)
        and domain.holds(bounds.high)
        and not is_hole_inside
        and not domain.poles
    )


def _of_value(site: Site, stays: str) -> Finding | None:
    rule = RULES.get(site.function.rule or "")
    message = line(("nothing here shows that ", source_of(site.operand_node), stays))
    return reported(rule, site, Severity.HINT, message) if rule is not None else None


def _outside(domain: Domain) -> float:
    """Return an operand for which the operation is not finite: where the domain ends, if it is open there."""
    if domain.hole is not None:
        return domain.hole
    return domain.low if domain.low_open or domain.poles else domain.low - 1.0
