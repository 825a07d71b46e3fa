"""The bound of a mask before an exponential, moved to where that is finite: no second mask around the first."""

from __future__ import annotations

from nanproof.fixes.bounds import OVERFLOW_ON_BOTH_SIDES, ceiling_of, number_of
from nanproof.fixes.edited import after
from nanproof.fixes.fix import Applicability, Fix
from nanproof.fixes.moved_bound import bounded_by, new_bound, with_replacement
from nanproof.forms.expressions import statement_of
from nanproof.infer.engine import Engine
from nanproof.infer.parts import node_of
from nanproof.masks.before import Masking, masks_of
from nanproof.names.scopes import scope_of
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit


def lowered(site: Site, engine: Engine) -> Fix | None:
    """Return the fix that moves the bound of a mask, None where the operand has none in the function of the site."""
    if not site.function.overflows:
        return None
    high = ceiling_of(site)
    for masking in masks_of(site.operand):
        edits = _moved(site, engine, masking, high)
        if edits:
            return _fix(site, masking, edits, high)
    return None


def _moved(site: Site, engine: Engine, masking: Masking, high: str) -> tuple[TextEdit, ...]:
    """Return the edits that bound the operand by moving the bounds of a mask, from both sides where it needs that."""
    node, is_even = node_of(masking.computation), site.function.name in OVERFLOW_ON_BOTH_SIDES
    if masking.is_offset or scope_of(node) != scope_of(site.node):
        return ()
    # What lies between may turn the sides round: exp(-clamp(x, min=-100)).
    written = {"high": high, "low": f"-{high}"}
    for sides in (("low", "high"),) if is_even else (("high",), ("low",)):
        edits = {side: new_bound(engine, masking, node, side, written[side]) for side in sides}
        found = {side: masking.bound(side) for side, edit in edits.items() if edit is not None}
        bounds = {(role[0] if role is not None else side): number_of(written[side]) for side, role in found.items()}
        bounded = with_replacement(site, masking, bounded_by(engine, masking, bounds))
        interval, limit = bounded.range.interval, number_of(high)
        if interval.high <= limit and (not is_even or interval.low >= -limit):
            return tuple(edit for edit in edits.values() if edit is not None)
    return ()


def _fix(site: Site, masking: Masking, edits: tuple[TextEdit, ...], high: str) -> Fix:
    node = node_of(masking.computation)
    is_inside = all(site.span.contains(edit.span.start) for edit in edits)
    whole = site.node if is_inside else statement_of(node)
    result = after(site.document, Span(whole.start_byte, whole.end_byte), edits)
    dtype = site.operand.dtype.value
    return Fix(
        title=f"Repair the mask: {result}",
        reason=f"at {high} the exponential is finite in {dtype}, and so is the square of its gradient",
        result=result,
        applicability=Applicability.SAFE,
        edits=edits,
        preferred=True,
        lead="mask it",
    )
