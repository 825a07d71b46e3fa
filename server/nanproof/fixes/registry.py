"""The fixes of a finding, best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nanproof.findings.finding import Finding
from nanproof.fixes.at_source import at_source
from nanproof.fixes.biased import biased
from nanproof.fixes.by_hand_twin import by_hand_twin, lets_overflow_through
from nanproof.fixes.chosen_twin import chosen_twin
from nanproof.fixes.cross_entropy import cross_entropy
from nanproof.fixes.double_where import double_where
from nanproof.fixes.epsilon import epsilon
from nanproof.fixes.finite_mask import finite_mask
from nanproof.fixes.fix import USUAL, Applicability, Fix, Preferences, Way
from nanproof.fixes.formula import formula
from nanproof.fixes.halved import in_its_precision
from nanproof.fixes.inlined_twin import inlined_twin
from nanproof.fixes.kept import kept_whole
from nanproof.fixes.log1mexp import log1mexp
from nanproof.fixes.log_ratio import log_ratio, log_ratio_around
from nanproof.fixes.logits_loss import logits_loss
from nanproof.fixes.lowered import lowered
from nanproof.fixes.mask import mask
from nanproof.fixes.mask_inside import mask_inside
from nanproof.fixes.own_root import is_steep_alone, own_root
from nanproof.fixes.quotient import divide_no_nan, normalize, safe_divisor
from nanproof.fixes.raw_output import raw_output
from nanproof.fixes.reckoned_with import one_for_zero, reckoned_with
from nanproof.fixes.repair import repair
from nanproof.fixes.root import root
from nanproof.fixes.shifted import shifted, softmax_of
from nanproof.fixes.suppress import suppress
from nanproof.fixes.tanh_twin import tanh_twin
from nanproof.fixes.tidied import tidied
from nanproof.fixes.twin import twin
from nanproof.fixes.uncompiled import uncompiled
from nanproof.fixes.writing import spliced
from nanproof.fixes.zeroed import zeroed
from nanproof.forms.expressions import is_certain
from nanproof.infer.engine import Engine
from nanproof.infer.value import OneOf
from nanproof.sites.site import Site
from nanproof.source.document import Document

# What these report is finite already: only another function makes it better.
_ONLY_BETTER = frozenset({"NAN401", "NAN402"})
_OVERFLOWING, _POWER = "NAN104", "pow"


def fixes_for(finding: Finding, site: Site, engine: Engine, preferences: Preferences = USUAL) -> tuple[Fix, ...]:
    """Return the edits that mend a finding, the preferred one first; at most one is preferred."""
    silencing = suppress(site.document, finding)
    if finding.code == _OVERFLOWING and site.function.transfer == _POWER:
        # Which exponent is meant nobody can tell, and a bound of the base keeps no power finite.
        return (silencing,) if silencing is not None else ()
    found = [tidied(site, fix) for fix in _offered(finding, in_its_precision(site), engine) if fix is not None]
    if isinstance(engine.value(site.frame, site.callee), OneOf):
        found = []  # what is in the domain of one of several functions need not be in that of another
    elif not is_certain(site, site.callee):
        found = [fix for fix in found if fix.way is not Way.STABLE]  # it takes the place of what is called there
    instead = one_for_zero(site)
    as_before = [tidied(site, instead)] if instead is not None else []
    offered = [*kept_whole(site, as_before), *reckoned_with(finding, site, kept_whole(site, found))]
    fixes = _in_order(_without_repetition(site.document, offered), preferences)
    return (*fixes, silencing) if silencing is not None else fixes


def _offered(finding: Finding, site: Site, engine: Engine) -> Iterator[Fix | None]:
    """Yield what mends a finding: the stable function, the mask inside, the mask around, and the rest."""
    written_out = formula(site)
    moved = shifted(site) if written_out is None else None
    apart = log_ratio(site, engine) or log_ratio_around(site, engine)
    yield from (written_out, twin(site), inlined_twin(site), chosen_twin(site), tanh_twin(site), log1mexp(site))
    yield from (by_hand_twin(site), apart, moved, logits_loss(site), raw_output(site))
    # A mask that is there but fails is repaired before another is written around it.
    repaired = repair(finding, site, engine) or lowered(site, engine)
    yield from (repaired, mask_inside(finding, site, engine), double_where(finding, site, engine))
    yield from (*uncompiled(finding, site, engine), biased(site), zeroed(site), finite_mask(finding, site))
    if finding.code in _ONLY_BETTER:
        yield cross_entropy(site)
        return
    if is_steep_alone(site):
        yield from own_root(finding, site, engine)
        return
    rooted, by_hand = root(site), softmax_of(site) is not None or lets_overflow_through(site.operand)
    yield from (rooted, at_source(site, engine))
    # A mask around another, or around what stays NaN where it is NaN, mends nothing.
    if rooted is None and repaired is None and apart is None and not by_hand:
        yield mask(site, engine)
    yield from (cross_entropy(site), normalize(site, engine))
    if apart is None and not by_hand:
        yield from (epsilon(site), divide_no_nan(site, engine), safe_divisor(site, engine))


def _without_repetition(document: Document, fixes: Sequence[Fix]) -> list[Fix]:
    """Leave each text that fixes lead to offered once, with the doubt of either of those that lead to it."""
    kept: dict[bytes, Fix] = {}
    low = min((edit.span.start for fix in fixes for edit in fix.edits), default=0)
    high = max((edit.span.end for fix in fixes for edit in fix.edits), default=0)
    for fix in fixes:
        text = spliced(document.data[low:high], fix.edits, low)
        known = kept.get(text)
        if known is None or (_is_safe(known) and not _is_safe(fix)):
            kept[text] = replace(fix, preferred=fix.preferred or (known is not None and known.preferred))
    return list(kept.values())


def _in_order(fixes: list[Fix], preferences: Preferences) -> tuple[Fix, ...]:
    """Leave one fix preferred, and before the others: not every editor shows which it is.

    What is safe comes before what is not, and then the way that a person prefers.
    """
    leading = [fix for fix in fixes if fix.preferred]
    leading.sort(key=lambda fix: (not _is_safe(fix), fix.way is not preferences.prefer))
    others = [replace(fix, preferred=False) for fix in (*leading[1:], *(fix for fix in fixes if not fix.preferred))]
    return (*leading[:1], *others)


def _is_safe(fix: Fix) -> bool:
    return fix.applicability is Applicability.SAFE
