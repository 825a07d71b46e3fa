"""Whether the source reckons with a value that is merely possible: a choice further out asks for it.

`torch.where(n < 1e-8, limit, g(torch.log(n)))` is written because `n` is 0 at times; the derivative of the logarithm is
NaN there all the same.
"""

from __future__ import annotations

from nanproof.infer.comparisons import comparisons
from nanproof.infer.narrowing import spelt_out
from nanproof.infer.value import Made, Number
from nanproof.names.syntax import code_in
from nanproof.sites.site import Site
from nanproof.uses.afterwards import Cover, covers


def is_expected(site: Site, made: Made) -> bool:
    """Say whether a condition that chooses among the results is asked of what a producer made."""
    return any(_asks_of(site, cover, made) for cover in covers(site))


def _asks_of(site: Site, cover: Cover, made: Made) -> bool:
    condition = cover.operand("condition")
    if condition is None:
        return False
    condition = spelt_out(site.engine, site.frame, condition)
    if not any(True for _ in comparisons(condition, holds=True)):
        return False
    sides = (site.engine.value(site.frame, side) for side in code_in(condition))
    return any(isinstance(side, Number) and made in side.made for side in sides)
