"""Whether a condition that chooses among results asks for the very operand that makes one of them invalid.

`where(x == 0, 0, x * x ** 0.5)` and `where(x < 1, f(sqrt(1 - x * x)), 1)` are written because `x` is 0, or 1, at times;
`where(x > 0, x, exp(x) - 1)` because it is large.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from tree_sitter import Node

from nanproof.catalog.model import Domain
from nanproof.infer.again import recomputed
from nanproof.infer.comparisons import Comparison, comparisons
from nanproof.infer.narrowing import chosen, spelt_out, written_in
from nanproof.infer.numbers import arithmetic_of
from nanproof.infer.value import Deferred, Number, Unknown
from nanproof.sites.site import Site
from nanproof.uses.afterwards import Cover
from nanproof.values.ranges import Range, exactly
from nanproof.values.transfer.operands import Operands
from nanproof.values.transfer.registry import TRANSFERS

_STRICT = frozenset({">", "<", "!="})


def asks_for_the_edge(site: Site, cover: Cover, domains: tuple[Domain, ...]) -> str:
    """Return how a choice leaves out the operand at which the operation, or its derivative, is infinite: `!=`, `>`.

    The empty string where it does not.
    """
    return next((each.operator for each in _said(site, cover) if _is_invalid_at(site, each, domains)), "")


def cuts_the_overflow(site: Site, cover: Cover) -> str:
    """Return `<` where a choice leaves out the operands for which an exponential overflows, and nothing else does."""
    condition = cover.operand("condition")
    if not site.function.overflows or condition is None or not _overflows(site, site.operand.range.interval.high):
        return ""
    left = chosen(site.engine, Deferred(site.frame, site.operand_node), condition, holds=cover.role == "x")
    return "<" if isinstance(left, Number) and not _overflows(site, left.range.interval.high) else ""


def _said(site: Site, cover: Cover) -> tuple[Comparison, ...]:
    condition = cover.operand("condition")
    if condition is None:
        return ()
    spelt = partial(spelt_out, site.engine, site.frame)
    return tuple(comparisons(condition, holds=cover.role == "x", spelt=spelt))


def _is_invalid_at(site: Site, said: Comparison, domains: tuple[Domain, ...]) -> bool:
    """Say whether the operand is invalid where what a condition compares is its bound."""
    subject = written_in(site.operand_node, said.subject) if said.operator in _STRICT else None
    bound = site.engine.value(site.frame, said.bound) if said.bound is not None else None
    value = bound.range.single if isinstance(bound, Number) else 0.0 if said.bound is None else None
    if subject is None or value is None:
        return False
    there = frozenset({value})
    if subject != site.operand_node:
        meeting = _met(site, subject, value)
        there = frozenset(each.value for each in meeting.range.points)
    kept = [each for each in there if site.operand.range.interval.contains(each)]
    return len(kept) == len(there) == 1 and any(not domain.holds(kept[0]) for domain in domains)


def _met(site: Site, subject: Node, value: float) -> Number:
    """Return the operand where a part of it is a certain value."""
    part = site.engine.value(site.frame, subject)
    known = exactly(value)

    def replacing(each: Number) -> Number | None:
        is_it = each is part or (isinstance(part, Number | Unknown) and each.term == part.term != 0)
        return replace(each, range=known, computation=None) if is_it else None

    return recomputed(site.engine, site.operand, replacing)


def _overflows(site: Site, value: float) -> bool:
    computing = arithmetic_of(site.operand.dtype, site.operand.holder, site.framework)
    operands = Operands({"x": exactly(value)}, computing, "overflow")
    made: Range = TRANSFERS[site.function.transfer](operands)
    return made.interval.high == float("inf")
