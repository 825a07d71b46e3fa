"""The double where: the condition that chooses among the results chooses among the operands first."""

from __future__ import annotations

from nanproof.findings.finding import Finding
from nanproof.findings.hiding import hiding
from nanproof.fixes.edited import after, core
from nanproof.fixes.fix import Applicability, Fix
from nanproof.fixes.root import norms_below
from nanproof.fixes.root_apart import Apart, root_apart
from nanproof.fixes.spelling import spelt
from nanproof.forms.expressions import holds_at_the_site
from nanproof.infer.engine import Engine
from nanproof.names.syntax import text
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit
from nanproof.uses.afterwards import Cover

_SAFE_OPERANDS = ("1.0", "0.5", "2.0")


def double_where(finding: Finding, site: Site, engine: Engine) -> Fix | None:
    """Return the fix that puts a second where around the operand."""
    found = hiding(site) if finding.code == "NAN302" else None
    safe = _safe(site)
    if found is None or not found.by_condition or safe is None:
        return None
    condition = found.cover.operand("condition")
    if condition is None or not holds_at_the_site(site, condition):
        return None
    edits = _masked_fill(site, found.cover, safe) or _where(site, engine, found.cover, safe)
    if edits is None:
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


def _safe(site: Site) -> str | None:
    """Return an operand for which value and derivative are finite."""
    domains = [domain for domain in (site.domain, site.gradient) if domain is not None]
    return next((each for each in _SAFE_OPERANDS if all(domain.holds(float(each)) for domain in domains)), None)


def _where(site: Site, engine: Engine, cover: Cover, safe: str) -> tuple[TextEdit, ...] | None:
    condition, callee = cover.operand("condition"), cover.node.child_by_field_name("function")
    other = cover.operand("y" if cover.role == "x" else "x")
    if condition is None or callee is None or other is None or callee.type == "call":
        return None
    function = text(callee)
    edits: tuple[TextEdit, ...] = ()
    if cover.function == "masked_fill" or not _is_of_module(site, engine, cover):
        return None
    if site.framework.name == "tensorflow" and other.type not in ("integer", "float"):
        # The where of TensorFlow 1 does not broadcast: its branches have the operand's shape.
        ones = spelt(site.document, engine, site.callee, "tensorflow.ones_like")
        if ones is None:
            return None
        safe, edits = f"{ones.expression}({text(core(site.operand_node))})", ones.edits
    written = text(core(site.operand_node))
    first, second = (written, safe) if cover.role == "x" else (safe, written)
    node = site.operand_node
    return (
        *edits,
        TextEdit(Span(node.start_byte, node.end_byte), f"{function}({text(condition)}, {first}, {second})"),
    )


def _is_of_module(site: Site, engine: Engine, cover: Cover) -> bool:
    """Say whether the outer choice is written as a function of a module, whose name can be used again."""
    callee = cover.node.child_by_field_name("function")
    operation = engine.operation_of(engine.value(site.frame, callee)) if callee is not None else None
    return operation is not None and operation.kind == "function"


def _masked_fill(site: Site, cover: Cover, safe: str) -> tuple[TextEdit, ...] | None:
    """`log(x).masked_fill(x <= 0, 0)` becomes `log(x.masked_fill(x <= 0, 1.0)).masked_fill(x <= 0, 0)`."""
    condition = cover.operand("condition")
    if cover.function != "masked_fill" or condition is None:
        return None
    start, end = site.operand_node.start_byte, site.operand_node.end_byte
    call = f".masked_fill({text(condition)}, {safe})"
    if site.operand_node.type in ("identifier", "attribute", "call", "subscript", "parenthesized_expression"):
        return (TextEdit(Span(end, end), call),)
    return (TextEdit(Span(start, start), "("), TextEdit(Span(end, end), f"){call}"))
