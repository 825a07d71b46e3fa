"""What runs where nothing is recorded: nothing that is kept becomes NaN, and an infinite score is the last one."""

from __future__ import annotations

from nanproof.names.syntax import outwards, sides
from nanproof.sites.site import Site
from nanproof.uses.called_from import is_called_only_where
from nanproof.uses.contexts import is_in_unrecorded_context, is_unrecorded
from nanproof.uses.first_value import is_first_value
from nanproof.uses.trained_on import is_trained_through

_SCORES = "NAN101"
_SUMS = frozenset({"+"})
_PASSED = frozenset({"parenthesized_expression", "unary_operator"})


def is_untrained(site: Site) -> bool:
    """Say whether an operation runs where no derivative is recorded, a memory of features for one, or once only."""
    return is_unrecorded(site.engine, site.document, site.node) or is_first_value(site)


def runs_only_unrecorded(site: Site) -> bool:
    """Say whether an operation runs where nothing is recorded, by what stands around it or around all its callers."""
    engine, document, node = site.engine, site.document, site.node
    return is_unrecorded(engine, document, node) or is_called_only_where(engine, document, node, is_unrecorded)


def is_score_of_what_is_done(site: Site) -> bool:
    """Say whether a logarithm scores what a model gives that is done with training: a search for the likeliest.

    -inf is the score of what is not likely at all. Targets of a loss are computed without a record as well, and what is
    computed of an infinite score, `p.log() - q.log()`, is more than a score.
    """
    if site.function.rule != _SCORES or site.operand.range.interval.low < 0 or _is_computed_with(site):
        return False
    engine, document, node = site.engine, site.document, site.node
    is_done = is_in_unrecorded_context(engine, document, node)
    is_done = is_done or is_called_only_where(engine, document, node, is_in_unrecorded_context)
    return is_done and not is_trained_through(site)


def _is_computed_with(site: Site) -> bool:
    """Say whether a difference, a product or a quotient is computed of a result where it stands."""
    above = next((each for each in outwards(site.node) if each.type not in _PASSED), None)
    written = sides(above) if above is not None else None
    return written is not None and written[1] not in _SUMS
