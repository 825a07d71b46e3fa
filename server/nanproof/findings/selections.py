"""Divisors that are how many a mask selects, `len(x[m])`: 0 where it holds nowhere, and nothing asks before."""

from __future__ import annotations

from nanproof.findings.domain import reported
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.line import line, source_of
from nanproof.findings.rule import Rule
from nanproof.findings.wording import advice, consequence
from nanproof.forms.each_class import is_of_each_class
from nanproof.infer.callsites import is_test
from nanproof.infer.value import Holder
from nanproof.masks.asked import is_asked_before
from nanproof.names.syntax import text
from nanproof.sites.extents import selected_extent
from nanproof.sites.site import Site
from nanproof.uses.consumed import is_replaced_if_not_finite
from nanproof.uses.contexts import only_measures
from nanproof.uses.trained_on import is_trained_through


def division_by_selected(rule: Rule, site: Site) -> Finding | None:
    """Report the number of what a mask selects as a divisor of what is trained on."""
    if site.function.rule != rule.code or site.operand.holder is not Holder.PYTHON or not site.is_operator:
        return None
    extent = selected_extent(site.engine, site.frame, site.operand_node)
    if extent is None or is_test(site.engine, site.document) or only_measures(site.document, site.node):
        return None
    condition = extent.selection.condition
    names = extent.selection.names | {text(extent.node), text(extent.measured), site.operand_text}
    if is_asked_before(site, names) or is_replaced_if_not_finite(site) or not is_trained_through(site):
        return None
    follows = f" holds nowhere: {consequence(site, 0.0)}"
    message = line(
        (source_of(site.operand_node), " is 0 where ", source_of(condition), follows + advice(site)),
        (source_of(site.operand_node), " is 0 where ", source_of(condition), follows),
    )
    severity = Severity.WARNING if is_of_each_class(site, condition) else Severity.INFORMATION
    return reported(rule, site, severity, message)
