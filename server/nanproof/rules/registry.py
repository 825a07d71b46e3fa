"""All rules by their code."""

from __future__ import annotations

from types import MappingProxyType

from nanproof.findings.finding import SHOWN, Finding
from nanproof.findings.rule import CommentRule, Rule, SiteRule
from nanproof.rules import (
    blanket_noqa,
    compiler_removed_mask,
    empty_reduction,
    handwritten_formula,
    ineffective_mask,
    infinite_gradient,
    log_of_activation,
    mask_too_late,
    overflowing_exp,
    unknown_rule,
    unmasked_division,
    unmasked_inverse_function,
    unmasked_log,
    unmasked_root,
    unused_suppression,
    where_leaks_gradient,
    zero_times_infinity,
)
from nanproof.sites.site import Site

# Of several that would report a site the first one does: a mask that fails before a mask that
# is missing, an invalid value before an infinite derivative, and all of them before what is finite and could be
# written better.
_MODULES = (
    where_leaks_gradient,
    mask_too_late,
    ineffective_mask,
    compiler_removed_mask,
    unmasked_log,
    unmasked_division,
    unmasked_root,
    overflowing_exp,
    unmasked_inverse_function,
    empty_reduction,
    zero_times_infinity,
    infinite_gradient,
    log_of_activation,
    handwritten_formula,
)

SITE_RULES: tuple[SiteRule, ...] = tuple(module.RULE for module in _MODULES)
COMMENT_RULES: tuple[CommentRule, ...] = (unused_suppression.RULE, unknown_rule.RULE, blanket_noqa.RULE)

RULES: MappingProxyType[str, Rule] = MappingProxyType({rule.code: rule for rule in (*SITE_RULES, *COMMENT_RULES)})


def told_of(site: Site) -> Finding | None:
    """Return what the first rule says that has something to say.

    A formula is known by how it is written, however little is known of its operand: that goes before what is possible.
    """
    found = next((each for rule in SITE_RULES if (each := rule.finding(site)) is not None), None)
    if found is None or found.severity in SHOWN or found.code == handwritten_formula.RULE.code:
        return found
    written_out = handwritten_formula.RULE.finding(site) if found.code == unmasked_log.RULE.code else None
    return written_out if written_out is not None and written_out.severity in SHOWN else found
