"""What the editor shows over an operation or its operand."""

from __future__ import annotations

from collections.abc import Mapping

from nanproof.catalog.program import preferred
from nanproof.explain.markdown import bracketed, chain, tried
from nanproof.findings.finding import Finding
from nanproof.findings.rule import Rule
from nanproof.findings.wording import allowed, quoted, values
from nanproof.fixes.fix import Applicability, Fix
from nanproof.names.syntax import text
from nanproof.sites.site import Site
from nanproof.source.quoting import code


def described(
    site: Site, finding: Finding | None, fixes: tuple[Fix, ...], rules: Mapping[str, Rule]
) -> tuple[str, str]:
    """Return the hover of a site as Markdown: values, why, masks that work, and the smell below a line.

    Then the same without what the finding says, for where that is told above it.
    """
    if finding is None:
        said = ["Nothing to mend: no invalid value is known to reach this operation."]
    else:
        said = [told(finding), chain(finding.reasons)]
    code = finding.code if finding is not None else site.function.rule
    rule = rules.get(code) if code is not None else None
    before = [_heading(site), _operand(site)]
    after = [_masks(fixes), *(["---", smell(rule)] if rule is not None else []), _witnesses(site)]
    return _joined([*before, *said, *after]), _joined([*before, *after])


def _joined(parts: list[str]) -> str:
    return bracketed("\n\n".join(part for part in parts if part))


def _heading(site: Site) -> str:
    function = site.function
    called = code(site.name)
    domain = f"; operands must be {allowed(site.domain)}" if site.domain is not None else ""
    return f"{called}: {function.title}{domain}"


def _operand(site: Site) -> str:
    known = "unbounded" if site.operand.range.interval.is_everything else values(site.operand)
    if site.operand.range.is_unknown:
        return f"{quoted(text(site.operand_node))}: nothing is known of its values"
    return f"{quoted(text(site.operand_node))}: {known} in {site.operand.dtype.value}"


def _masks(fixes: tuple[Fix, ...]) -> str:
    lines = [f"- {code(fix.result)}{_trust(fix)}: {fix.reason}" for fix in fixes if not fix.suppresses]
    return "\n".join(["What works here:", "", *lines]) if lines else ""


def _trust(fix: Fix) -> str:
    return "" if fix.applicability is Applicability.SAFE else f" ({fix.applicability.value})"


def _witnesses(site: Site) -> str:
    catalog = site.engine.catalog
    # An operator has no entry of its own: its function is shown as the framework calls it.
    operation = catalog.operation(site.name) or preferred(catalog, site.framework, site.function.name)
    return tried(operation) if operation is not None else ""


def told(finding: Finding) -> str:
    """Return what a finding says, behind what it is called."""
    return f"**{finding.severity.value} {finding.code} {finding.name}**: {finding.message}."


def smell(rule: Rule) -> str:
    """Return why what a rule finds is bad, and where its page stands."""
    return f"{rule.section('Why is this bad?')}\n\n[{rule.code} {rule.name}]({rule.url})"
