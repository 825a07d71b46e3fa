"""Shares that are masked and divided by their own sum: `w = softmax(x) * mask; w / w.sum(-1)` is 0 / 0 of a masked row.

The mask is multiplied with them, or chooses 0: `softmax(x).masked_fill(mask, 0)`, `where(mask, sigmoid(x), 0.0)`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.forms.compositions import multiplied
from nanproof.forms.divisors import is_mask
from nanproof.forms.expressions import number_at
from nanproof.forms.quotients import divided_node, what_is_divided
from nanproof.infer.parts import part
from nanproof.infer.selected import is_truth
from nanproof.infer.structure import essence, reduced, uncast
from nanproof.infer.value import Computation, Number, Reference
from nanproof.infer.vanishing import MASKED
from nanproof.masks.asked import is_asked_before
from nanproof.names.reaching import reaching
from nanproof.names.syntax import inside, is_a, text
from nanproof.sites.masked_rows import condition_of, may_hold_of_a_row
from nanproof.sites.site import Site

_SUM = frozenset({"sum"})
_CHOOSES = frozenset({"where", "masked_fill"})
_ASKS = ("any", "all", "sum")


@dataclass(frozen=True, slots=True)
class _Share:
    """A share, and the mask that is put on it as it is written, where that is known."""

    number: Number
    mask: Node | None


@dataclass(frozen=True, slots=True)
class _Factor:
    """A factor of a product, and how it is written, where that is known."""

    number: Number
    node: Node | None


def is_masked_share(site: Site) -> bool:
    """Say whether a divisor is the sum of what is divided, which is masked: of a row that is masked it is 0."""
    return _masked_share(site) is not None


def is_masked_simplex(site: Site) -> bool:
    """Say whether that is a softmax: where the largest is masked, those that are kept may all be 0 as well."""
    share = _masked_share(site)
    return share is not None and "simplex" in share.number.traits


def _masked_share(site: Site) -> _Share | None:
    """Return the share that is masked and then divided by its sum, if nobody asks whether any of a row is left."""
    share = _divided_share(site)
    return share if share is not None and not _is_asked_of(site, share.mask) else None


def _divided_share(site: Site) -> _Share | None:
    # Other values are those where no mask is given, and what a mask puts in.
    if any(each.value == 0 and each.under for each in site.operand.range.points) or site.operand.traits & MASKED:
        return None
    summed = reduced(site.engine, site.operand, _SUM)
    dividend = what_is_divided(site) if summed else None
    if dividend is None or summed != essence(site.engine, dividend.term):
        return None
    made = uncast(dividend).computation
    if made is not None and made.function.name in _CHOOSES:
        return _chosen_share(site, made)
    return next(filter(None, (_multiplied_share(site, each) for each in _products(site, dividend))), None)


def _chosen_share(site: Site, made: Computation) -> _Share | None:
    """Return the share that a condition leaves as it is, which may choose 0 for a whole row."""
    others = [each for each in made.roles.values() if each.range.single != 0]
    if len(made.roles) != 2 or len(others) != 1 or not _is_share(others[0]):
        return None
    if made.where.document is not site.document:
        return None
    condition = condition_of(made)
    is_any = condition is not None and may_hold_of_a_row(site, condition)
    return _Share(others[0], condition) if is_any else None


def _multiplied_share(site: Site, factors: list[_Factor]) -> _Share | None:
    shares = [each.number for each in factors if _is_share(each.number) and not is_truth(each.number)]
    masks = [each for each in factors if is_mask(site.engine, each.number) or _is_comparison(site, each)]
    if not shares or not masks:
        return None
    return _Share(next((each for each in shares if "simplex" in each.traits), shares[0]), masks[0].node)


def _is_share(number: Number) -> bool:
    return number.range.interval.low > 0 or (number.range.interval.low == 0 and uncast(number).computation is not None)


def _is_comparison(site: Site, factor: _Factor) -> bool:
    """Say whether a factor is 1 where a comparison holds, which may be nowhere in a row."""
    return factor.node is not None and is_truth(factor.number) and may_hold_of_a_row(site, factor.node)


def _is_asked_of(site: Site, mask: Node | None) -> bool:
    """Say whether it is asked before what a mask holds for: `if not mask.any(-1).all():`."""
    parts = [each for each in inside(mask) if is_a(each, "identifier", "attribute")] if mask is not None else []
    names = [text(each) for each in parts if not isinstance(site.engine.value(site.frame, each), Reference)]
    asked = {written for each in names for way in _ASKS for written in (f"{each}.{way}", f"{way}({each}")}
    return bool(asked) and is_asked_before(site, frozenset(asked))


def _products(site: Site, dividend: Number) -> Iterator[list[_Factor]]:
    """Yield both sides of the product that is divided, or that it is where a mask is given: `if mask is not None:`."""
    made = uncast(dividend).computation
    if made is not None:
        is_here = made.where.document is site.document
        sides = ("x", "y") if made.function.name == "multiply" else ()
        yield [_Factor(made.roles[each], part(site.engine, made, each) if is_here else None) for each in sides]
        return
    left = divided_node(site)
    bound = reaching(left, site.engine.modules.bindings(site.document)).bindings if is_a(left, "identifier") else ()
    for each in bound:
        numbers = [(number_at(site, side), side) for side in multiplied(each)]
        yield [_Factor(number, side) for number, side in numbers if number is not None]
