"""Singular vectors and eigenvectors whose derivative divides by the distances of values: two of them may be equal."""

from __future__ import annotations

from nanproof.findings.domain import reported
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.line import line, source_of
from nanproof.findings.rule import Rule
from nanproof.infer.callsites import is_test
from nanproof.infer.drawn import is_apart_by_what_is_added, is_drawn
from nanproof.sites.elements import is_off
from nanproof.sites.site import Site
from nanproof.uses.differentiated import is_differentiated
from nanproof.uses.parts import is_trained_through_part
from nanproof.uses.trained_on import is_trained_through


def of_equal_values(rule: Rule, site: Site) -> Finding | None:
    """Report vectors that are trained through, of values of which two may be equal."""
    if is_test(site.engine, site.document) or is_drawn(site.operand) or not is_trained_through(site):
        return None
    if is_apart_by_what_is_added(site.operand) or is_off(site, "vectors"):
        return None
    if not is_trained_through_part(site, site.function.apart) or not is_differentiated(site):
        return None
    stay = f" are apart: {site.function.steep}"
    message = line((f"nothing here shows that the {site.function.title} of ", source_of(site.operand_node), stay))
    return reported(rule, site, Severity.INFORMATION, message)
