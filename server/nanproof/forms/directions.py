"""Whether a division makes a direction: a vector over its own length, or something over the length of another one.

`x / sqrt(sum(x ** 2))` is 0 / 0 for a vector of zeros, and so is a cosine. A spacing over another one is divided by a
length of which nobody expects that it vanishes.
"""

from __future__ import annotations

from collections.abc import Iterator

from nanproof.forms.expressions import number_at
from nanproof.forms.quotients import what_is_divided
from nanproof.infer.structure import behind, essence
from nanproof.infer.value import Made, Number
from nanproof.names.syntax import operands
from nanproof.sites.site import Site

_LENGTHS = frozenset({"norm_by_hand"})
_PASSED = ("parenthesized_expression",)
_MOST = 24


def is_by_length_of_another(site: Site, length: Made) -> bool:
    """Say whether a producer of a divisor is the length of something unknown, and another thing is divided by it."""
    if length.function.name not in _LENGTHS:
        return False
    divided = what_is_divided(site)
    if divided is None or divided.range.single is not None or not divided.term:
        return False
    origins = _origins(site, site.operand)
    return all(_origins(site, each).isdisjoint(origins) for each in (divided, *_factors(site)))


def _factors(site: Site) -> Iterator[Number]:
    """Yield what a quotient is multiplied with where it stands: `x * (gain / length)`."""
    node = site.node
    while (above := node.parent) is not None and (above.type in _PASSED or operands(above, "*")):
        for factor in operands(above, "*") or ():
            known = number_at(site, factor) if factor != node else None
            if known is not None:
                yield known
        node = above


def _origins(site: Site, number: Number) -> set[int]:
    """Return the terms that a number is made of and that are made of nothing that is known, constants left out."""
    known = [each for each in behind((number,), _MOST) if each.range.single is None]
    return {essence(site.engine, each.term) for each in known if each.computation is None}
