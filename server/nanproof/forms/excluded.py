"""Operands of which a condition rules out the one value that would break the operation: `if p in (0, 1): return 0`.

On which side of it they lie is then somebody's knowledge, not a gap: who asks for 0 alone has a probability.
"""

from __future__ import annotations

from nanproof.infer.narrowing import bound_of, said_of
from nanproof.sites.site import Site


def is_edge_excluded(site: Site, edge: float) -> bool:
    """Say whether the conditions around an operation say that its operand is not what its domain ends with."""
    said = said_of(site.engine, site.frame, site.operand_node)
    return any(each.operator == "!=" and bound_of(site.engine, site.frame, each).single == edge for each in said)
