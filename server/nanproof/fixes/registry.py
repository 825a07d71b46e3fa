"""The fixes of a finding, best first."""

from __future__ import annotations

from dataclasses import replace

from nanproof.fixes.biased import biased
from nanproof.fixes.cross_entropy import cross_entropy
from nanproof.fixes.double_where import double_where
from nanproof.fixes.epsilon import epsilon
from nanproof.fixes.fix import Fix
from nanproof.fixes.formula import formula
from nanproof.fixes.logits_loss import logits_loss
from nanproof.fixes.mask import mask
from nanproof.fixes.mask_inside import mask_inside
from nanproof.fixes.quotient import divide_no_nan, normalize, safe_divisor
from nanproof.fixes.repair import repair
from nanproof.fixes.root import root
from nanproof.fixes.suppress import suppress
from nanproof.fixes.twin import twin
from nanproof.fixes.uncompiled import uncompiled
from nanproof.infer.engine import Engine
from nanproof.rules.finding import Finding
from nanproof.rules.site import Site

# What these report is finite already: only another function makes it better.
_ONLY_BETTER = frozenset({"NAN401", "NAN402"})


def fixes_for(finding: Finding, site: Site, engine: Engine) -> tuple[Fix, ...]:
    """Return the edits that mend a finding, the preferred one first; at most one is preferred."""
    is_finite = finding.code in _ONLY_BETTER
    stable = twin(site)
    # A mask that is there but fails is repaired before another is written around it.
    repaired = repair(finding, site, engine)
    # A mask around one that keeps the value finite would be the same thing twice.
    is_masked = repaired is not None and finding.code == "NAN301"
    offered = [repaired, mask_inside(finding, site, engine), double_where(finding, site, engine)]
    offered += [*uncompiled(finding, site, engine), biased(finding, site)]
    offered += [
        formula(site),
        replace(stable, preferred=is_finite) if stable is not None else None,
        cross_entropy(site),
        logits_loss(site),
    ]
    if not is_finite:
        offered += [root(site), normalize(site, engine), None if is_masked else mask(site, engine)]
        offered += [epsilon(site, engine)]
        offered += [divide_no_nan(site, engine), safe_divisor(site, engine)]
    fixes = [fix for fix in (*offered, suppress(site.document, finding)) if fix is not None]
    return _with_one_preferred(fixes)


def _with_one_preferred(fixes: list[Fix]) -> tuple[Fix, ...]:
    """Leave the first of the preferred fixes preferred, and before the others: not every editor shows which it is."""
    chosen = next((fix for fix in fixes if fix.preferred), None)
    others = [replace(fix, preferred=False) for fix in fixes if fix is not chosen]
    return (chosen, *others) if chosen is not None else tuple(others)
