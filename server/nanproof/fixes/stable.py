"""What the fixes have in common that call a stable function: an assumption stands in the title and in the reason."""

from __future__ import annotations

from nanproof.fixes.fix import Applicability, Fix, Way
from nanproof.fixes.writing import result
from nanproof.sites.site import Site
from nanproof.source.span import TextEdit

USE = "Use the stable function"


def stable(
    site: Site,
    title: str,
    reason: str,
    edits: tuple[TextEdit, ...],
    *,
    assumption: str = "",
    is_safe: bool = True,
    is_preferred: bool = True,
    introduces: str = "",
    shown: str = "",
) -> Fix:
    """Return the fix that these edits are, unsafe under an assumption; `shown` is what the title shows of them."""
    written = result(site.document, site.span, edits)
    return Fix(
        title=f"{titled(title, assumption)}: {shown or written}",
        reason=f"right where {assumption}: {reason}" if assumption else reason,
        result=written,
        applicability=Applicability.SAFE if is_safe and not assumption else Applicability.UNSAFE,
        edits=edits,
        preferred=is_preferred,
        lead="write",
        introduces=introduces,
        way=Way.STABLE,
    )


def titled(title: str, assumption: str) -> str:
    """Return a title that says under which assumption its fix is right."""
    return f"{title}, if {assumption}" if assumption else title
