"""The loss that takes logits: `F.binary_cross_entropy(sigmoid(z), y)` becomes `..._with_logits(z, y)`."""

from __future__ import annotations

from nanproof.fixes.fix import Fix
from nanproof.fixes.spelling import spelt
from nanproof.fixes.stable import stable
from nanproof.fixes.twin import logits_of
from nanproof.forms.expressions import has_comment
from nanproof.forms.losses import loss_of
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit

_REASON = "its gradient does not vanish where the sigmoid is exactly 0 or 1; there, values change"


def logits_loss(site: Site) -> Fix | None:
    """Return the fix that gives the logits to the loss, and leaves its other arguments as they are."""
    found = loss_of(site)
    if found is None or not found.is_plain or has_comment(site.operand_node):
        return None
    logits = logits_of(site, found.inner)
    spelling = spelt(site.document, site.engine, found.inner.call.callee, found.canonical)
    if logits is None or spelling is None:
        return None
    callee = Span(site.callee.start_byte, site.callee.end_byte)
    edits = (
        *spelling.edits,
        *logits.edits,
        TextEdit(callee, spelling.expression),
        TextEdit(site.operand_span, logits.written),
    )
    title = "Use the loss that takes logits"
    return stable(site, title, _REASON, edits, assumption=logits.assumption, is_safe=False, introduces=logits.name)
