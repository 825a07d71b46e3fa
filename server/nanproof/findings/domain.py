"""The check that the value rules share: whether the operand really takes a value outside the operation's domain."""

from __future__ import annotations

from nanproof.findings.evidence import evident, is_counted_in_a_metric, is_in_test, most_evident, severity_of
from nanproof.findings.finding import Finding, Reason, Severity
from nanproof.findings.hiding import hiding
from nanproof.findings.line import line, source_of
from nanproof.findings.rule import Rule
from nanproof.findings.wording import (
    advice,
    allowed,
    consequence,
    decisive,
    explained,
    values,
    way,
)
from nanproof.forms.drawn_by import is_drawn_by_itself
from nanproof.infer.value import Holder
from nanproof.sites.site import Site
from nanproof.uses.consumed import is_harmless
from nanproof.values.ranges import Point


def outside_domain(rule: Rule, site: Site) -> Finding | None:
    """Report an operand that is invalid for certain (error), or that a known producer makes invalid (warning)."""
    domain = site.domain
    if domain is None or site.function.rule != rule.code:
        return None
    operand = site.operand
    # Where a condition says that it is something else by then, `if n == 0: raise`, nothing is left of a first value.
    constant = operand.range.single if operand.range.points else None
    is_literal = operand.holder is Holder.PYTHON and (operand.framework is None or operand.framework.tensor is None)
    if is_literal and site.operand_node.type == "attribute":
        return None  # what is set from outside of its class
    is_known = is_literal or any(decisive(operand, point) for point in operand.range.points)
    # A table of constants may be filled meanwhile, and log(zeros) be meant as -inf: that takes evidence.
    if constant is not None and not domain.holds(constant) and is_known:
        if is_in_test(site):
            return None  # what is written out in a test is tested
        message = line((source_of(site.operand_node), f" is {constant:g}: {consequence(site, constant)}{advice(site)}"))
        return reported(rule, site, Severity.ERROR, message)
    invalid = evident(site, domain)
    if not invalid or is_harmless(site) or hiding(site) is not None or is_drawn_by_itself(site):
        return None  # a value repaired afterwards: what that does to the gradient is another rule's business
    point = most_evident(site, invalid)
    if is_counted_in_a_metric(site, point):
        return None
    return reported(rule, site, severity_of(site, point), explained(site, point), point)


def reported(
    rule: Rule, site: Site, severity: Severity, message: str, point: Point | None = None, aside: str = ""
) -> Finding:
    """Return the finding of a rule at a site, with the way of the operand as its reasons.

    Where a `point` is what is reported, the producer that is to blame says when it takes its value; `aside` is added
    to what is said of the operation itself.
    """
    before = tuple(step for step in way(site.operand, point) if step.place != site.place)
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
        (*before, Reason(f"used here{needed}{aside}", site.place)),
        rule.url,
    )
