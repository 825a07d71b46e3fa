"""Whether a condition that chooses among results asks for the very operand that makes one of them invalid.

`where(x == 0, 0, x * x ** 0.5)` and `where(x < 1, f(sqrt(1 - x * x)), 1)` are written because `x` is 0, or 1, at times;
`where(x > 0, x, exp(x) - 1)` because it is large.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from math import inf, isfinite, nextafter

from tree_sitter import Node

from nanproof.catalog.model import Domain
from nanproof.infer.again import recomputed
from nanproof.infer.comparisons import Comparison, comparisons
from nanproof.infer.evaluator import term_of
from nanproof.infer.narrowing import bound_of, chosen, spelt_out, written_still
from nanproof.infer.numbers import arithmetic_of
from nanproof.infer.parts import part
from nanproof.infer.structure import uncast
from nanproof.infer.value import Deferred, Number
from nanproof.names.syntax import text
from nanproof.sites.site import Site
from nanproof.uses.afterwards import Cover
from nanproof.values.ranges import UNKNOWN_RANGE, Range, exactly
from nanproof.values.transfer.operands import Operands
from nanproof.values.transfer.registry import TRANSFERS

_STRICT = frozenset({">", "<", "!="})
_SIDES = {">": True, ">=": True, "<": False, "<=": False}  # whether what lies below is left out
_TOWARDS = {">": inf, "<": -inf}


def asks_for_the_edge(site: Site, cover: Cover, condition: Node, domains: tuple[Domain, ...]) -> str:
    """Return how a choice leaves out the operand at which the operation, or its derivative, is infinite: `!=`, `>`.

    The empty string where it does not.
    """
    said = _said(site, condition, holds=cover.role == "x")
    return next((each.operator for each in said if _is_invalid_at(site, cover, each, domains)), "")


def leaves_out_a_side(site: Site, cover: Cover, condition: Node, domain: Domain) -> str:
    """Return how a choice leaves out operands of which many are invalid, `>` of `where(d > 0.2, sqrt(d - 0.1), d)`.

    That is so where what it compares is valid at the bound, and leaves the domain on the way to its own end, or to 0.
    """
    for each in _said(site, condition, holds=cover.role == "x"):
        subject = written_still(site.engine, site.frame, site.operand_node, each.subject, (cover.node,))
        bound = _only(bound_of(site.engine, site.frame, each)) if each.operator in _SIDES else None
        if subject is None or bound is None:
            continue
        end = _end(site, subject, bound, is_below=_SIDES[each.operator])
        if end is None:
            continue
        there, at_bound = (_only(_met(site, subject, value).range) for value in (end, bound))
        if there is None or at_bound is None or not domain.holds(at_bound):
            continue
        if not domain.low <= there <= domain.high and site.operand.range.interval.contains(there):
            return each.operator
    return ""


def _end(site: Site, subject: Node, bound: float, *, is_below: bool) -> float | None:
    """Return how far what is compared goes beyond a bound: to where its values end, or to 0 where nothing is known."""
    known = site.engine.value(site.frame, subject)
    interval = known.range.interval if isinstance(known, Number) else UNKNOWN_RANGE.interval
    end = interval.low if is_below else interval.high
    end = end if isfinite(end) else 0.0
    return end if (end < bound if is_below else end > bound) else None


def _only(values: Range) -> float | None:
    """Return the one value, or the usual one, of a range."""
    taken = {each.value for each in values.points}
    return values.single if values.single is not None else taken.pop() if len(taken) == 1 else None


def cuts_the_overflow(site: Site, cover: Cover, condition: Node) -> str:
    """Return `<` where a choice leaves out the operands for which an exponential overflows, and nothing else does."""
    if not site.function.overflows or not _overflows(site, site.operand.range.interval.high):
        return ""
    left = chosen(site.engine, Deferred(site.frame, site.operand_node), condition, holds=cover.role == "x")
    return "<" if isinstance(left, Number) and not _overflows(site, left.range.interval.high) else ""


def _said(site: Site, condition: Node, *, holds: bool) -> tuple[Comparison, ...]:
    return tuple(comparisons(condition, holds=holds, spelt=partial(spelt_out, site.engine, site.frame)))


def _is_invalid_at(site: Site, cover: Cover, said: Comparison, domains: tuple[Domain, ...]) -> bool:
    """Say whether the operand is invalid where what a condition compares is its bound."""
    if said.operator not in _STRICT:
        return False
    subject = written_still(site.engine, site.frame, site.operand_node, said.subject, (cover.node,))
    if subject is None:
        return False
    value = bound_of(site.engine, site.frame, said).single
    if value is None:
        return False
    there = frozenset({value})
    if subject != site.operand_node:
        meeting = _met(site, subject, value)
        there = frozenset(each.value for each in meeting.range.points)
    else:
        # What is on the wrong side, `x < 0` of a logarithm, leaves out what is valid.
        beyond = nextafter(value, _TOWARDS.get(said.operator, value))
        domains = tuple(domain for domain in domains if beyond == value or domain.holds(beyond))
    kept = [each for each in there if site.operand.range.interval.contains(each)]
    return len(kept) == len(there) == 1 and any(not domain.holds(kept[0]) for domain in domains)


def keeps_alike(site: Site, cover: Cover, condition: Node) -> bool:
    """Say whether the operand was already replaced where a choice leaves its result out: `x = where(c, 1, x)` before.

    Whatever the condition is, the same one chose before, by the same name or in the same words.
    """
    made = uncast(site.operand).computation
    if made is None:
        return False
    chose = part(site.engine, made, "condition")
    kept = [role for role in ("x", "y") if role in made.roles and made.roles[role].range.single is None]
    if chose is None or len(kept) != 1:
        return False
    said = (_said(site, condition, holds=cover.role == "x"), _said(site, chose, holds=kept[0] == "x"))
    now, before = ({(each.subject, each.operator, text(each.bound)) for each in one} for one in said)
    return now == before


def _met(site: Site, subject: Node, value: float) -> Number:
    """Return the operand where a part of it is a certain value."""
    term, known = term_of(site.engine, site.engine.value(site.frame, subject)), exactly(value)

    def replacing(each: Number) -> Number | None:
        return replace(each, range=known, computation=None) if each.term == term != 0 else None

    return recomputed(site.engine, site.operand, replacing)


def _overflows(site: Site, value: float) -> bool:
    computing = arithmetic_of(site.operand.dtype, site.operand.holder, site.framework)
    operands = Operands({"x": exactly(value)}, computing, "overflow")
    made: Range = TRANSFERS[site.function.transfer](operands)
    return made.interval.high == float("inf")
