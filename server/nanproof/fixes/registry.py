"""The fixes of a finding, best first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from nanproof.fixes.biased import biased
from nanproof.fixes.double_where import double_where
from nanproof.fixes.fix import Fix
from nanproof.fixes.mask import mask
from nanproof.fixes.mask_inside import mask_inside
from nanproof.fixes.repair import repair
from nanproof.fixes.suppress import suppress
from nanproof.fixes.uncompiled import uncompiled
from nanproof.infer.engine import Engine
from nanproof.rules.finding import Finding
from nanproof.rules.site import Site


def fixes_for(finding: Finding, site: Site, engine: Engine) -> tuple[Fix, ...]:
    """Return the edits that mend a finding; at most one is preferred."""
    special = (repair(finding, site, engine), mask_inside(finding, site, engine), double_where(finding, site, engine))
    offered = (
        *special,
        *uncompiled(finding, site, engine),
        biased(finding, site),
        mask(site, engine),
        suppress(site.document, finding),
    )
    return tuple(_first_preferred(fix for fix in offered if fix is not None))


def _first_preferred(fixes: Iterable[Fix]) -> Iterator[Fix]:
    """Yield the fixes, of which only the first that is preferred stays so."""
    is_taken = False
    for fix in fixes:
        yield replace(fix, preferred=fix.preferred and not is_taken)
        is_taken = is_taken or fix.preferred
