"""The fixes of a finding, best first."""

from __future__ import annotations

from nanproof.fixes.fix import Fix
from nanproof.fixes.mask import mask
from nanproof.fixes.suppress import suppress
from nanproof.infer.engine import Engine
from nanproof.rules.finding import Finding
from nanproof.rules.site import Site


def fixes_for(finding: Finding, site: Site, engine: Engine) -> tuple[Fix, ...]:
    """Return the edits that mend a finding; at most one is preferred."""
    offered = (mask(site, engine), suppress(site.document, finding))
    return tuple(fix for fix in offered if fix is not None)
