"""The logarithm of a quotient as a difference of logarithms: `log(p / q)` becomes `log(p) - log(q)`, both finite.

Where p and q are both 0 the quotient is NaN, and no mask around it raises that.
"""

from __future__ import annotations

import math
from dataclasses import replace

from tree_sitter import Node

from nanproof.fixes.bound_table import Purpose, bound
from nanproof.fixes.fix import Fix
from nanproof.fixes.in_place import followed, in_base, standing, stays
from nanproof.fixes.logged import Logged, logged, need_two_names
from nanproof.fixes.moved import needless
from nanproof.fixes.spelling import spelt
from nanproof.fixes.stable import stable
from nanproof.fixes.writing import enclosed
from nanproof.forms.expressions import has_comment, number_at, statement_of
from nanproof.infer.engine import Engine
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, is_a, operands, text
from nanproof.sites.candidates import site_of
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit

_REASON = "each logarithm is finite, where the quotient is 0, Inf or NaN, and no mask stops its gradient"
_NOTHING_NEGATIVE = "nothing negative is meant"


def is_of_quotient(site: Site) -> bool:
    """Say whether an operand can be NaN because it divides 0 by 0, or Inf by Inf."""
    return any(math.isnan(point.value) for point in site.operand.range.points)


def log_ratio(site: Site, engine: Engine) -> Fix | None:
    """Return the fix that takes the logarithms of dividend and divisor, where neither is ever negative.

    A divisor whose logarithm has a stable function may stand below anything: a floor under it would stop the gradient.
    """
    source = followed(site, site.operand_node)
    quotient = operands(source.node, "/")
    if site.function.name not in ("log", "log2", "log10") or quotient is None:
        return None
    if has_comment(site.node) or site.name.endswith("_"):
        return None
    left, right = quotient
    is_stable = _stable(site, right) is not None
    if not is_stable and not is_of_quotient(site):
        return None
    if not all(_can_be_moved(site, each, source.assignment) for each in (left, right)):
        return None
    first, second = _term(site, engine, left, may_be_any=is_stable), _term(site, engine, right)
    if first is None or second is None or need_two_names((first, second)):
        return None
    written = standing(site.node, f"{first.written} - {second.written}", is_sum=True)
    # A quotient that nobody else reads would still be divided.
    divided = needless(site, source.assignment) if source.assignment is not None else ()
    edits = (*dict.fromkeys((*first.edits, *second.edits, *divided)), TextEdit(site.span, written))
    assumption = first.assumption  # the divisor is never negative
    introduces = first.introduces or second.introduces
    return stable(site, "Take the logarithms apart", _REASON, edits, assumption=assumption, introduces=introduces)


def log_ratio_around(site: Site, engine: Engine) -> Fix | None:
    """Return the fix of the logarithm that a quotient is the operand of, here or by a name that only this reads."""
    if not site.is_operator:
        return None
    here, statement = _argument_of(site.node), statement_of(site.node)
    if here is not None:
        outer = site_of(site.document, engine, here)
        return log_ratio(outer, engine) if outer is not None else None
    target = statement.child_by_field_name("left")
    if not is_a(target, "identifier") or bare(statement.named_children[-1]) != site.node:
        return None
    scope = scope_of(statement)
    occurrences = site.engine.modules.bindings(site.document).occurrences_in
    uses = [each for each in occurrences(text(target), scope.start_byte, scope.end_byte) if each != target]
    call = _argument_of(uses[0]) if len(uses) == 1 else None
    outer = site_of(site.document, engine, call) if call is not None else None
    if outer is None or not needless(outer, statement):
        return None
    return log_ratio(outer, engine)


def _argument_of(node: Node) -> Node | None:
    """Return the call that an expression is an argument of, or the receiver."""
    above = node.parent
    while is_a(above, "parenthesized_expression", "argument_list", "attribute"):
        above = above.parent
    return above if is_a(above, "call") else None


def _can_be_moved(site: Site, node: Node, assignment: Node | None) -> bool:
    """Say whether an operand of a quotient that was assigned means at the logarithm what it meant there."""
    return _stable(site, node) is not None or stays(site, node, assignment)


def _stable(site: Site, node: Node) -> Logged | None:
    """Return the logarithm of an operand with a stable function, in the base of the site."""
    found = logged(site, node)
    if found is None or found.assumption:
        return None
    return replace(found, written=in_base(site, found.written))


def _term(site: Site, engine: Engine, node: Node, *, may_be_any: bool = False) -> Logged | None:
    """Return the logarithm of one operand: with a twin, bare where it stays above 0, or else of a mask."""
    stable = _stable(site, node)
    if stable is not None:
        return stable
    number = number_at(site, node)
    if number is None or not (may_be_any or number.range.interval.low >= 0):
        return None
    operand, form = bare(node), site.framework.masks["floor"]
    written = site.document.slice(Span(operand.start_byte, operand.end_byte))
    method = f"{text(site.callee.child_by_field_name('attribute'))}()"
    receiver = enclosed(site.document, operand)
    if number.range.interval.low > 0:
        return Logged(f"{receiver}.{method}" if site.is_method else f"{text(site.callee)}({written})")
    # What can be Inf is no better for a mask below.
    low = bound(Purpose.LOGARITHM, site.operand.dtype)
    assumption = "" if number.range.is_unknown or number.range.interval.low >= 0 else _NOTHING_NEGATIVE
    if site.is_method:
        masked = f"{receiver}.{form.method}({form.method_arguments.format(low=low)})"
        return Logged(f"{masked}.{method}", assumption=assumption)
    spelling = spelt(site.document, engine, site.callee, form.call_for(site.name))
    if spelling is None:
        return None
    masked = f"{spelling.expression}({form.arguments.format(x=written, low=low)})"
    return Logged(f"{text(site.callee)}({masked})", spelling.edits, assumption=assumption)
