"""The check that the value rules share: does the operand really take a value outside the operation's domain?"""

from __future__ import annotations

from nanproof.catalog.model import Domain
from nanproof.infer.callsites import is_test
from nanproof.infer.value import Holder
from nanproof.rules.consumed import is_harmless
from nanproof.rules.finding import Finding, Reason, Severity
from nanproof.rules.rule import Rule
from nanproof.rules.site import Site
from nanproof.rules.wording import allowed, consequence, decisive, explained, is_evident, quoted, values
from nanproof.values.ranges import Point


def outside_domain(rule: Rule, site: Site) -> Finding | None:
    """Report an operand that is invalid for certain (error), or that a known producer makes invalid (warning)."""
    domain = site.domain
    if domain is None or site.function.rule != rule.code:
        return None
    operand = site.operand
    constant = operand.range.single
    if constant is not None and not domain.holds(constant):
        is_literal = operand.holder is Holder.PYTHON and (operand.framework is None or operand.framework.tensor is None)
        if not is_literal and not any(decisive(operand, point) for point in operand.range.points):
            return None  # a table of constants that may be filled meanwhile, and log(zeros): often -inf is meant
        message = f"{quoted(site.operand_text)} is {constant:g}: {consequence(site, constant)}"
        return reported(rule, site, Severity.ERROR, message)
    invalid = evident(site, domain)
    if not invalid or is_harmless(site):
        return None
    point = clearest(invalid)
    return reported(rule, site, severity_of(site, point), explained(site, point))


def evident(site: Site, domain: Domain) -> list[Point]:
    """Return the points outside a domain that may be reported.

    A table of constants has none, log(zeros): nobody trains on it, and -inf is often meant.
    """
    points = site.operand.range.points
    invalid = (point for point in points if not domain.holds(point.value) and is_evident(site.operand, point))
    return [point for point in invalid if not (is_test(site.document) and is_degenerate(site, point))]


def is_degenerate(site: Site, point: Point) -> bool:
    """Say whether only inputs out of the ordinary make a point: a vector of zeros, one draw in ten million."""
    found = decisive(site.operand, point)
    return found is not None and found[0].function.degenerate


def severity_of(site: Site, point: Point) -> Severity:
    """Say how strong the evidence is: what only odd inputs do to an array, which nobody trains on, is information."""
    is_weak = is_degenerate(site, point) and site.operand.holder is Holder.ARRAY
    return Severity.INFORMATION if is_weak else Severity.WARNING


def clearest(points: list[Point]) -> Point:
    """Return the point that is easiest to believe: zero before a negative number, few producers before many."""
    return min(points, key=lambda point: (point.value != 0, len(point.under)))


def reported(rule: Rule, site: Site, severity: Severity, message: str) -> Finding:
    """Return the finding of a rule at a site, with the way of the operand as its reasons."""
    trace = site.operand.trace
    steps = trace.steps() if trace is not None else ()
    before = tuple(step for step in steps if step.place.span != site.span or step.place.document is not site.document)
    needed = f", where values must be {allowed(site.domain)}" if site.domain is not None else ""
    return Finding(
        rule.code,
        rule.name,
        severity,
        message,
        site.span,
        site.name,
        site.operand_text,
        site.operand_span,
        values(site.operand),
        (*before, Reason(f"used here{needed}", site.place)),
        rule.url,
    )
