"""A loss that multiplies log-probabilities by its labels: where logits are masked with -inf, and the label is 0, NaN.

Which operand the labels are, and that they weigh, is data of the catalogue: `weighs`.
"""

from __future__ import annotations

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.infer.operators import as_number
from nanproof.infer.value import Deferred
from nanproof.sites.called import site_of_call
from nanproof.sites.elements import roles_of
from nanproof.sites.infinite import is_of_masked_logits
from nanproof.sites.site import Site
from nanproof.source.document import Document


def site_of_weighed(document: Document, engine: Engine, call: Node) -> Site | None:
    """Return the site that a loss of log-probabilities, or of logits, is, some of which are minus infinity."""
    site = site_of_call(document, engine, call)
    return site if site is not None and weights_of(site) is not None else None


def weights_of(site: Site) -> Node | None:
    """Return the labels that weigh what is minus infinity where logits are masked; None where nothing meets."""
    if not site.function.weighs or site.framework.name == "numpy" or not is_of_masked_logits(site.engine, site.operand):
        return None
    labels = roles_of(site).get(site.function.weighs)
    if not isinstance(labels, Deferred):
        return None
    number = as_number(site.engine, site.engine.argument(labels))
    return labels.node if number is None or not number.range.interval.low > 0 else None
