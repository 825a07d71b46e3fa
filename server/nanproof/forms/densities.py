"""Sums of densities, `(pi * dist.log_prob(y).exp()).sum(-1)`, `tf.reduce_sum(pi * dist.prob(y), -1)`.

Far from all components each density is 0, and so is the sum; the logarithms, which are known, are not (logsumexp).
"""

from __future__ import annotations

from tree_sitter import Node

from nanproof.forms.expressions import call_from, origin
from nanproof.names.syntax import bare, called_name, operands
from nanproof.sites.site import Site

_SUMS = frozenset({"sum", "mean"})
_DENSITIES = frozenset({"pdf", "prob"})
_LOG_DENSITIES = frozenset({"log_prob", "logpdf"})
_MOST_FACTORS = 8


def is_sum_of_densities(site: Site) -> bool:
    """Say whether an operand adds up densities, each of them weighted or not."""
    reduction = call_from(site, site.operand_node)
    if reduction is None or reduction.function not in _SUMS:
        return False
    return any(_is_density(site, each) for each in _factors(site, reduction.operand))


def _factors(site: Site, product: Node) -> list[Node]:
    """Return what is multiplied, with the operator or by a function."""
    found, waiting = list[Node](), [product]
    while waiting and len(found) < _MOST_FACTORS:
        factor = waiting.pop()
        call = call_from(site, factor)
        given = tuple(call.roles.values()) if call is not None and call.function == "multiply" else ()
        both = operands(bare(origin(site, factor).node), "*") or given
        waiting += both
        found += () if both else (factor,)
    return found


def _is_density(site: Site, factor: Node) -> bool:
    exponential = call_from(site, factor)
    if exponential is not None and exponential.function == "exp":
        return called_name(origin(site, exponential.operand).node) in _LOG_DENSITIES
    return called_name(origin(site, factor).node) in _DENSITIES
