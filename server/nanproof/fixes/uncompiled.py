"""The mask that no compiler removes: `1 - p + 1e-8` becomes `maximum(1 - p, 1e-7)`."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.findings.finding import Finding
from nanproof.fixes.constants import from_one
from nanproof.fixes.edited import after, replaced
from nanproof.fixes.fix import Applicability, Fix
from nanproof.fixes.spelling import spelt
from nanproof.infer.engine import Engine
from nanproof.infer.parts import node_of
from nanproof.masks.reassociation import Removed
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, is_a, required, text
from nanproof.rules.compiler_removed_mask import removed_mask
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit


def uncompiled(finding: Finding, site: Site, engine: Engine) -> tuple[Fix, ...]:
    """Return the fixes of a mask that the compiler removes: another spelling, or a larger epsilon."""
    removed = removed_mask(site) if finding.code == "NAN203" else None
    if removed is None:
        return ()
    node = node_of(removed.masking.computation)
    if node.type != "binary_operator" or scope_of(node) != scope_of(site.node):
        return ()
    offered = (_maximum(site, engine, removed, node), _larger(site, removed, node))
    return tuple(fix for fix in offered if fix is not None)


def _maximum(site: Site, engine: Engine, removed: Removed, node: Node) -> Fix | None:
    form = site.framework.masks["floor"]
    difference, epsilon = _terms(removed, node)
    spelling = spelt(site.document, engine, site.callee, form.call_for(site.name))
    if spelling is None:
        return None
    before, _, behind = form.arguments.partition("{x}")
    inner, outer = bare(difference), node
    if is_a(node.parent, "parenthesized_expression"):
        outer = node.parent
    low = text(epsilon) if removed.is_spread else from_one(site)
    edits = (
        *spelling.edits,
        TextEdit(Span(outer.start_byte, inner.start_byte), f"{spelling.expression}({before}"),
        TextEdit(Span(inner.end_byte, outer.end_byte), f"{behind.format(low=low)})"),
    )
    reason = "no compiler moves a maximum into the difference"
    return _fix(site, node, edits, reason, preferred=True)


def _terms(removed: Removed, node: Node) -> tuple[Node, Node]:
    """Return what the epsilon is added to, and the epsilon."""
    left, right = required(node, "left"), required(node, "right")
    return (left, right) if removed.masking.epsilon_role == "y" else (right, left)


def _larger(site: Site, removed: Removed, node: Node) -> Fix | None:
    """Take an epsilon that the constant does not swallow; of a difference of two tensors nobody knows how large."""
    if removed.is_spread:
        return None
    (_, epsilon), low = _terms(removed, node), from_one(site)
    reason = f"1 + {low} is larger than 1 in {removed.masking.result.dtype.value}, in whatever order it is added"
    return _fix(site, node, (replaced(epsilon, low),), reason, preferred=False)


def _fix(site: Site, node: Node, edits: tuple[TextEdit, ...], reason: str, *, preferred: bool) -> Fix:
    is_inside = site.span.start <= node.start_byte <= site.span.end
    span = site.span if is_inside else Span(node.start_byte, node.end_byte)
    result = after(site.document, span, [edit for edit in edits if span.start <= edit.span.start])
    return Fix(
        title=f"Write a mask that survives: {result}",
        reason=reason,
        result=result,
        applicability=Applicability.SAFE,
        edits=edits,
        preferred=preferred,
    )
