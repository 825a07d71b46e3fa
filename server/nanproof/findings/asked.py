"""Whether a condition that chooses among results asks for the very operand that makes one of them invalid.

`where(x == 0, 0, x * x ** 0.5)` and `where(x < 1, f(sqrt(1 - x * x)), 1)` are written because `x` is 0, or 1, at times;
`where(x > 0, x, exp(x) - 1)` because it is large.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from math import inf, nextafter

from tree_sitter import Node

from nanproof.catalog.model import Domain
from nanproof.infer.again import recomputed
from nanproof.infer.comparisons import Comparison, comparisons
from nanproof.infer.narrowing import chosen, spelt_out, written_still
from nanproof.infer.numbers import arithmetic_of
from nanproof.infer.operands import bound
from nanproof.infer.parameters import call_arguments
from nanproof.infer.value import Arguments, Deferred, Number, Unknown
from nanproof.infer.vanishing import uncast
from nanproof.names.syntax import text
from nanproof.sites.site import Site
from nanproof.uses.afterwards import Cover
from nanproof.values.ranges import Range, exactly
from nanproof.values.transfer.operands import Operands
from nanproof.values.transfer.registry import TRANSFERS

_STRICT = frozenset({">", "<", "!="})
_TOWARDS = {">": inf, "<": -inf}


def asks_for_the_edge(site: Site, cover: Cover, domains: tuple[Domain, ...]) -> str:
    """Return how a choice leaves out the operand at which the operation, or its derivative, is infinite: `!=`, `>`.

    The empty string where it does not.
    """
    return next((each.operator for each in _said(site, cover) if _is_invalid_at(site, cover, each, domains)), "")


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


def _is_invalid_at(site: Site, cover: Cover, said: Comparison, domains: tuple[Domain, ...]) -> bool:
    """Say whether the operand is invalid where what a condition compares is its bound."""
    if said.operator not in _STRICT:
        return False
    subject = written_still(site.engine, site.frame, site.operand_node, said.subject, (cover.node,))
    bound = site.engine.value(site.frame, said.bound) if said.bound is not None else None
    value = bound.range.single if isinstance(bound, Number) else 0.0 if said.bound is None else None
    if subject is None or value is None:
        return False
    value = -value if said.is_negated else value
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


def keeps_alike(site: Site, cover: Cover) -> bool:
    """Say whether the operand was already replaced where a choice leaves its result out: `x = where(c, 1, x)` before.

    Whatever the condition is, the same one chose before, by the same name or in the same words.
    """
    made = uncast(site.operand).computation
    if made is None or made.function.transfer != "where" or made.where.document.path != site.document.path:
        return False
    call = site.document.tree.root_node.descendant_for_byte_range(made.where.span.start, made.where.span.end)
    callee = call.child_by_field_name("function") if call is not None else None
    if call is None or callee is None or made.operation is None:
        return False
    given = call_arguments(site.frame, call)
    owner = callee.child_by_field_name("object") if made.operation.kind == "method" else None
    if owner is not None:
        given = Arguments((Deferred(site.frame, owner), *given.positional), given.keyword)
    condition = bound(site.engine, made.operation.parameters, given).get("condition")
    roles = [role for role in ("x", "y") if role in made.roles and made.roles[role].range.single is None]
    if not isinstance(condition, Deferred) or len(roles) != 1:
        return False
    now = {(each.subject, each.operator, text(each.bound)) for each in _said(site, cover)}
    spelt = partial(spelt_out, site.engine, site.frame)
    before = comparisons(condition.node, holds=roles[0] == "x", spelt=spelt)
    return bool(now) and now == {(each.subject, each.operator, text(each.bound)) for each in before}


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
