"""Divisors that nothing is known of and that can be 0 all the same, by what they are: reported as information.

However the division is written: as an operator, as a call, or as the power -1.
"""

from __future__ import annotations

from dataclasses import replace

from nanproof.findings.domain import reported
from nanproof.findings.finding import Finding, Severity
from nanproof.findings.hiding import hiding, is_trained
from nanproof.findings.line import line, source_of
from nanproof.findings.rule import Rule
from nanproof.findings.wording import advice, consequence
from nanproof.forms.divisors import (
    PART_IS_WHOLE,
    SETS_ARE_EMPTY,
    is_of_a_quadratic,
    is_over_its_size,
    is_share_of_what_underflows,
    is_squared_length,
    is_sum_of_own_row,
    is_weighted_mean,
    when_zero,
)
from nanproof.forms.excluded import is_edge_excluded
from nanproof.forms.masked_shares import is_masked_share, is_masked_simplex
from nanproof.forms.told import is_told
from nanproof.infer.callsites import is_test
from nanproof.infer.value import Holder
from nanproof.sites.operators import is_division
from nanproof.sites.site import Site
from nanproof.uses.contexts import only_measures
from nanproof.uses.trained_on import is_in_loss, is_trained_through

# Of what a loss calls only overlaps are data for certain: the squares of two scales may be settings.
_TOLD_OF_HELPERS = frozenset({SETS_ARE_EMPTY, PART_IS_WHOLE})
_DEEPEST_HELPER = 2  # a loss of boxes calls what measures their distance, which calls what measures their overlap


def possible_division(rule: Rule, site: Site) -> Finding | None:
    """Report what a loss divides by, where that is 0 for some inputs by what it is: a target, a sum of squares."""
    if site.function.rule != rule.code or not is_division(site):
        return None
    if not site.operand.range.interval.contains(0.0):
        return None  # a condition around it keeps it away
    when = _when(site)
    # Asked last: where a result goes is a long way to follow.
    if when is None or is_edge_excluded(site, 0.0) or hiding(site) is not None or is_told(site):
        return None
    if not _is_trained(site) and not _is_share_of_densities(site):
        return None
    follows = f" can be 0 {when}: {consequence(site, 0.0)}{advice(site)}"
    message = line((source_of(site.operand_node), follows))
    return reported(rule, site, Severity.WARNING if is_masked_simplex(site) else Severity.INFORMATION, message)


def _when(site: Site) -> str | None:
    if _is_share_of_densities(site):
        return "where all of it underflows"
    if is_masked_share(site):
        return "where a whole row is masked"
    if is_over_its_size(site):
        return "where all elements are 0"
    if is_of_a_quadratic(site):
        return "where the equation is not quadratic"
    if is_in_loss(site, _DEEPEST_HELPER):
        when = when_zero(site)
        return when if when in _TOLD_OF_HELPERS or is_in_loss(site) else None
    if is_share_of_what_underflows(site) and is_trained_through(site):
        return "where all of it underflows"
    if is_squared_length(site):
        return "for a vector of zeros"
    if is_sum_of_own_row(site) and is_trained_through(site):
        return "where a whole row is 0"
    return "where all weights are 0" if is_weighted_mean(site) and is_trained_through(site) else None


def _is_share_of_densities(site: Site) -> bool:
    """Say whether an array of densities is divided by its sum: nobody takes a derivative in the steps of a mixture."""
    if site.operand.holder is not Holder.ARRAY or is_test(site.engine, site.document):
        return False
    return is_share_of_what_underflows(site) and not only_measures(site.document, site.node)


def _is_trained(site: Site) -> bool:
    """Say whether a derivative is asked for; in a loss what nobody knows anything of is taken to be a tensor."""
    operand = site.operand
    if operand.holder is Holder.ANY:
        operand = replace(operand, holder=Holder.TENSOR)
    return is_trained(replace(site, operand=operand))
