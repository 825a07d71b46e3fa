"""The mask that stands behind the operation moved inside: `log(x) + eps` becomes `log(x + eps)`."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.findings.finding import Finding
from nanproof.fixes.edited import added, after
from nanproof.fixes.fix import Applicability, Fix
from nanproof.fixes.repair import is_valid
from nanproof.fixes.writing import is_left_in_operand
from nanproof.forms.expressions import holds_at_the_site
from nanproof.infer.engine import Engine
from nanproof.infer.numbers import computed
from nanproof.infer.value import Number
from nanproof.names.syntax import text
from nanproof.rules.mask_too_late import late_epsilon
from nanproof.sites.site import Site
from nanproof.source.quoting import sum_or_code
from nanproof.source.span import Span, TextEdit


def mask_inside(finding: Finding, site: Site, engine: Engine) -> Fix | None:
    """Return the fix that moves an epsilon to the operand, None where that is not enough."""
    cover = late_epsilon(site) if finding.code == "NAN202" else None
    if cover is None or site.is_operator or is_left_in_operand(site):
        return None
    epsilon, result = cover.operand("y" if cover.role == "x" else "x"), cover.operand(cover.role)
    value = engine.value(site.frame, epsilon) if epsilon is not None else None
    if epsilon is None or result is None or not isinstance(value, Number) or not holds_at_the_site(site, epsilon):
        return None
    roles = {"x": site.operand, "y": value}
    masked = computed(engine, engine.catalog.functions["add"], roles, site.place, site.frame.key)
    if not is_valid(site, masked):
        return None
    inside = added(site.operand_node, text(epsilon), is_receiver=site.is_method)
    edits = (*_removed(cover.node, result), *inside)
    written = after(site.document, site.span, inside)
    return Fix(
        title=f"Move the mask inside: {written}",
        reason=f"at {sum_or_code(text(epsilon))} value and gradient are finite in {site.operand.dtype.value}",
        result=written,
        applicability=Applicability.SAFE,
        edits=edits,
        preferred=True,
    )


def _removed(total: Node, kept: Node) -> tuple[TextEdit, ...]:
    """Return the edits that leave only one term of a sum."""
    edits = (
        TextEdit(Span(total.start_byte, kept.start_byte), ""),
        TextEdit(Span(kept.end_byte, total.end_byte), ""),
    )
    return tuple(edit for edit in edits if edit.span.start < edit.span.end)
