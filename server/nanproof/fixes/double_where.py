"""The double where: the condition that chooses among the results chooses among the operands first."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.findings.finding import Finding
from nanproof.findings.hiding import hiding
from nanproof.fixes.edited import after
from nanproof.fixes.fix import Applicability, Fix
from nanproof.fixes.root import norms_below
from nanproof.fixes.root_apart import Apart, root_apart
from nanproof.fixes.spelling import spelt
from nanproof.fixes.writing import behind, is_left_in_operand
from nanproof.forms.expressions import holds_at_the_site
from nanproof.infer.engine import Engine
from nanproof.names.syntax import bare, text
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit
from nanproof.uses.afterwards import Cover

# Each function with a domain is finite for one of them (tests/fixes/test_double_where.py).
SAFE_OPERANDS = ("1.0", "0.5", "2.0")


def double_where(finding: Finding, site: Site, engine: Engine) -> Fix | None:
    """Return the fix that puts a second where around the operand."""
    found = hiding(site) if finding.code == "NAN302" else None
    if found is None:
        return None
    condition = found.condition
    if condition is None or is_left_in_operand(site) or not holds_at_the_site(site, condition):
        return None
    if found.cover.function == "masked_fill":
        edits = _masked_fill(site, condition, _safe(site))
    else:
        edits = where_before(site, found.cover, text(condition), _safe(site))
    if not edits:
        return None
    # A norm of zeros answers NaN to a gradient of 0 as well.
    apart = root_apart(site, engine) if norms_below(site) else Apart((), "")
    if apart is None:
        return None
    seen = "neither the operation nor the root sees 0" if apart.edits else "the operation sees nothing invalid"
    written = after(site.document, site.span, edits)
    return Fix(
        title=f"Choose among the operands first: {written}",
        reason=f"{seen}, so its derivative is finite; the result is the same",
        result=written,
        applicability=Applicability.SAFE,
        edits=(*apart.edits, *edits),
        preferred=True,
        introduces=apart.name,
    )


def _safe(site: Site) -> str:
    """Return an operand for which value and derivative are finite."""
    domains = [domain for domain in (site.domain, site.gradient) if domain is not None]
    return next((each for each in SAFE_OPERANDS if all(domain.holds(float(each)) for domain in domains)), "1.0")


def where_before(site: Site, cover: Cover, condition: str, safe: str) -> tuple[TextEdit, ...]:
    """Return the edits that choose the operand as a mask behind the operation chooses the result."""
    callee, other = cover.node.child_by_field_name("function"), cover.operand("y" if cover.role == "x" else "x")
    operation = site.engine.operation_of(site.engine.value(site.frame, callee)) if callee is not None else None
    # Of a module's function the name can be used again, of a method it cannot; and items may be set: `y[x == 0] = 0`.
    if operation is None or operation.kind != "function" or other is None:
        return ()
    edits: tuple[TextEdit, ...] = ()
    written = text(bare(site.operand_node))
    if site.framework.name == "tensorflow" and other.type not in ("integer", "float"):
        # The where of TensorFlow 1 does not broadcast: its branches have the operand's shape.
        ones = spelt(site.document, site.engine, site.callee, "tensorflow.ones_like")
        if ones is None:
            return ()
        safe, edits = f"{ones.expression}({written})", ones.edits
    first, second = (written, safe) if cover.role == "x" else (safe, written)
    node = site.operand_node
    return (
        *edits,
        TextEdit(Span(node.start_byte, node.end_byte), f"{text(callee)}({condition}, {first}, {second})"),
    )


def _masked_fill(site: Site, condition: Node, safe: str) -> tuple[TextEdit, ...]:
    """`log(x).masked_fill(x <= 0, 0)` becomes `log(x.masked_fill(x <= 0, 1.0)).masked_fill(x <= 0, 0)`."""
    return behind(site.operand_node, f".masked_fill({text(condition)}, {safe})")
