"""The stable twin of the logarithm of what was chosen: `log(where(y == 1, p, 1 - p))`, `log(p.gather(1, y))`."""

from __future__ import annotations

from nanproof.fixes.fix import Fix
from nanproof.fixes.in_place import standing_in_base
from nanproof.fixes.logged import logged
from nanproof.fixes.stable import USE, stable
from nanproof.forms.compositions import log_of
from nanproof.forms.expressions import has_comment
from nanproof.sites.site import Site
from nanproof.source.span import TextEdit

_REASON = "each logarithm is finite for every finite logit, and keeps the gradient that a mask would stop"


def chosen_twin(site: Site) -> Fix | None:
    """Return the fix that chooses among the logarithms, None where nothing is chosen, or not of activations."""
    if site.function.name not in ("log", "log2", "log10") or log_of(site) is not None or has_comment(site.node):
        return None
    if site.name.endswith("_"):
        return None
    found = logged(site, site.operand_node)
    if found is None:
        return None
    edits = (*found.edits, TextEdit(site.span, standing_in_base(site, found.written)))
    is_preferred = not found.assumption
    return stable(
        site, USE, _REASON, edits, assumption=found.assumption, is_preferred=is_preferred, introduces=found.introduces
    )
