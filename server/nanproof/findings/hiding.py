"""Whether a mask after an operation hides its invalid value, and whether the gradient fails all the same."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from tree_sitter import Node

from nanproof.catalog.model import Domain
from nanproof.findings.asked import asks_for_the_edge, cuts_the_overflow, leaves_out_a_side
from nanproof.findings.evidence import evident
from nanproof.forms.divisors import is_share
from nanproof.forms.quotients import what_is_divided
from nanproof.infer.callsites import is_test
from nanproof.infer.comparisons import comparisons
from nanproof.infer.counted_rows import counting_something
from nanproof.infer.drawn import is_drawn
from nanproof.infer.fed import FED
from nanproof.infer.narrowing import narrowed_at, spelt_out, written_in, written_still
from nanproof.infer.selected import only_counts
from nanproof.infer.value import Deferred, Holder, Number
from nanproof.masks.before import LARGEST_EPSILON, LONGEST_WAY, constant
from nanproof.masks.stopped import is_stopped
from nanproof.names.syntax import code_in, text
from nanproof.sites.operators import number_divided
from nanproof.sites.site import Site
from nanproof.sites.xla import is_for_xla
from nanproof.uses.afterwards import Cover, condition_call, condition_operand, covers
from nanproof.uses.cleaning import ASKED, EVERY
from nanproof.uses.consumed import is_harmless
from nanproof.uses.differentiated import is_differentiated
from nanproof.values.ranges import Point

# Observed: SqrtGrad, RsqrtGrad and ReciprocalGrad of TensorFlow answer 0 for a gradient of 0 (not under XLA).
_FORGIVING = frozenset({"sqrt", "rsqrt", "reciprocal"})
_FORGIVING_FRAMEWORKS = frozenset({"tensorflow", "keras"})
# Outside of their domain these have a finite derivative; only at its edge it is infinite.
FAILS_AT_EDGES = frozenset({"log", "log2", "log10", "log1p", "atanh", "logit"})
# The infinities that arrive at a mask as inf, by the sign that they get on the way.
_INFINITIES = {1: "inf", -1: "-inf"}
_COPIES = "torch.tensor"  # of data, without a derivative
_CHOOSING = frozenset({"nan_to_num", "where", "masked_fill"})
_FILLED_IN = frozenset({"posinf", "neginf"})
_CHOICES = frozenset({b"where", b"masked_fill", b"masked_fill_", b"select", b"switch"})


@dataclass(frozen=True, slots=True)
class Hiding:
    """A mask after an operation that hides its invalid values.

    `condition` is what it chooses by, where that speaks of the operand; `asks`: how that asks for the one
    at which the operation is infinite, or overflows.
    """

    cover: Cover
    condition: Node | None = None
    asks: str = ""


def invalid_points(site: Site) -> list[Point]:
    """Return the evident points at which the value is invalid, or the derivative where one is asked for."""
    if is_harmless(site):
        return []
    found = evident(site, site.domain) if site.domain is not None else []
    if not found and site.gradient is not None:
        found = evident(site, site.gradient)
        return found if found and is_trained(site) else []
    return found


def hiding(site: Site) -> Hiding | None:
    """Return the mask that hides what is invalid in a result, None where nothing does."""
    points = invalid_points(site)
    is_told = bool(points) or site.operand.range.is_unknown
    if not is_told and _CHOICES.isdisjoint(site.document.words):
        return None
    for cover in covers(site):
        condition = cover.operand("condition")
        if condition is not None:
            asks = _asks(site, cover, condition, points)
            if asks or _chooses(site, cover, condition, points):
                return Hiding(cover, condition, asks)
        if _results(site, points) <= _replaced(site, cover):
            return Hiding(cover)
    return None


def _asks(site: Site, cover: Cover, condition: Node, points: list[Point]) -> str:
    known = (site.domain, site.gradient if is_differentiated(site) else None)
    domains = tuple(domain for domain in known if domain is not None)
    if not domains:
        return cuts_the_overflow(site, cover, condition)
    asks = asks_for_the_edge(site, cover, condition, domains)
    if asks or points or site.domain is None or site.domain.hole is not None or site.function.name in FAILS_AT_EDGES:
        return asks
    return leaves_out_a_side(site, cover, condition, site.domain)


def failing_in_backward(site: Site) -> list[Point]:
    """Return the evident points at which a gradient of 0 from above becomes NaN."""
    if not is_trained(site) or is_forgiving(site) or is_of_counts(site) or _is_known_detached(site.operand):
        return []
    return [point for point in invalid_points(site) if _derivative_fails(site, point.value)]


def _is_known_detached(number: Number, depth: int = LONGEST_WAY) -> bool:
    """Say whether all that is known of what a number is computed of is detached: `p.detach() / q` of a batch's `q`."""
    made = number.computation
    is_copy = made is not None and made.operation is not None and made.operation.name == _COPIES
    if is_copy or "detached" in number.traits:
        return True
    given = [each for each in made.roles.values() if constant(each) is None] if made is not None else []
    known = [each for each in given if each.made or not each.range.is_unknown or each.computation is not None]
    return bool(known) and depth > 0 and all(_is_known_detached(each, depth - 1) for each in known)


def is_of_counts(site: Site) -> bool:
    """Say whether no derivative is asked for: the operand only counts, and what is divided does or is detached."""
    if not only_counts(site.operand):
        return False
    hole = site.domain.hole if site.domain is not None else None
    if hole is None or number_divided(site) is not None:
        return True
    divided = what_is_divided(site)
    return divided is not None and ("detached" in divided.traits or only_counts(divided))


def is_trained(site: Site) -> bool:
    """Say whether a derivative of the operation is asked for in earnest: a test only tries out."""
    return not is_test(site.engine, site.document) and is_differentiated(site)


def is_forgiving(site: Site) -> bool:
    """Say whether the derivative is known to swallow a gradient of 0, or the producer to swallow a NaN."""
    if site.function.name in _FORGIVING and site.framework.name in _FORGIVING_FRAMEWORKS and not is_for_xla(site):
        return True
    return is_stopped(site) and not reaches_what_is_divided(site)


def reaches_what_is_divided(site: Site) -> bool:
    """Say whether a derivative that a relu or a clip stops on the divisor's way comes back by what is divided.

    Observed: of `where(w > 0, h / w, 0)` the derivative by h is 0 / 0 where w is 0. What a relu of its own makes is
    stopped there, as `w / w.sum()` is.
    """
    hole = site.domain.hole if site.domain is not None else None
    divided = what_is_divided(site) if hole is not None and number_divided(site) is None else None
    if divided is None or divided.holder is not Holder.TENSOR or not divided.dtype.is_float:
        return False
    if "detached" in divided.traits or not (divided.made or divided.computation) or divided.traits >= FED:
        return False
    return not only_counts(divided) and not is_drawn(divided) and not is_stopped(replace(site, operand=divided))


def _derivative_fails(site: Site, value: float) -> bool:
    return site.function.name not in FAILS_AT_EDGES or value in site.edges


def _results(site: Site, points: list[Point]) -> frozenset[str]:
    """Return what the operation gives at some points: infinities, NaN, or nothing invalid at all."""
    domain, found = site.domain, set()
    for point in points:
        if domain is None or domain.holds(point.value):
            continue
        if domain.hole is not None:
            of_anything = {"nan"} if is_share(site) else {"inf", "-inf", "nan"}
            divided = number_divided(site)
            found |= _infinities(site, divided) if divided else of_anything
        elif point.value not in (domain.low, domain.high):
            found.add("nan")
        else:
            found.add("-inf" if site.function.rule == "NAN101" else "inf")
    return frozenset(found) or frozenset({"finite"})


def _infinities(site: Site, divided: float) -> set[str]:
    """Return what a number over 0 can be: one infinity, where nothing shows that the divisor is ever negative."""
    if any(point.value < 0 for point in site.operand.range.points):
        return {"inf", "-inf"}
    return {"inf"} if divided > 0 else {"-inf"}


def _replaced(site: Site, cover: Cover) -> frozenset[str]:
    """Return which invalid results a mask replaces."""
    match cover.function:
        case "nan_to_num":
            return cover.replaced or EVERY
        case "where" | "masked_fill":
            replaced = _asked_of_result(site, cover)
            return replaced if cover.is_bare or "nan" in replaced else frozenset()
        case _ if cover.sign == 0:
            return frozenset()
        case "clip":
            low = {_INFINITIES[-cover.sign]} if _is_number(site, cover, "low") else set()
            return frozenset(low | ({_INFINITIES[cover.sign]} if _is_number(site, cover, "high") else set()))
        case "maximum" | "minimum":
            other = "y" if cover.role == "x" else "x"
            bounded = _INFINITIES[-cover.sign if cover.function == "maximum" else cover.sign]
            return frozenset({bounded}) if _is_number(site, cover, other) else frozenset()
        case _:
            return frozenset()


def _asked_of_result(site: Site, cover: Cover) -> frozenset[str]:
    """Return the invalid results that a choice asks for, if it asks for them where the result is: `isinf(y)`."""
    result, chosen_by = cover.operand(cover.role), cover.operand("condition")
    if result is None or chosen_by is None:
        return frozenset()
    condition = spelt_out(site.engine, site.frame, chosen_by)
    is_of_result = written_in(result, text(condition_operand(condition))) is not None
    return _named_by(site, condition) if is_of_result else frozenset()


def _named_by(site: Site, condition: Node) -> frozenset[str]:
    """Return the invalid results that a condition names: `isinf(y)`, `y == inf`, or NaN, which is not itself."""
    if condition.type != "comparison_operator":
        return ASKED.get(condition_call(condition), frozenset())
    sides = code_in(condition)
    if text(sides[0]) == text(sides[1]):
        return frozenset({"nan"})
    value = site.engine.value(site.frame, sides[1])
    is_infinite = isinstance(value, Number) and value.range.single is not None and math.isinf(value.range.single)
    return ASKED["isinf"] if is_infinite else frozenset()


def cleaned(site: Site) -> Cover | None:
    """Return what gives other values to the results of a division that are not finite: somebody saw them there."""
    return next((each for each in covers(site) if "nan" in _replaced(site, each)), None)


def puts_in_place(site: Site) -> Cover | None:
    """Return what puts other values in the place of infinite results: they are meant, and no stand-in for a mask.

    What `nan_to_num` gives unless it is told is as large as the dtype has, which nobody means.
    """
    for cover in covers(site):
        is_told = cover.function != "nan_to_num" or bool(cover.replaced) or not _FILLED_IN.isdisjoint(cover.roles)
        if cover.function in _CHOOSING and is_told and _replaced(site, cover) & ASKED["isinf"]:
            return cover
    return None


def replaces(site: Site, result: str) -> bool:
    """Say whether what an operation gives is replaced afterwards where it is `inf`, `-inf` or `nan`."""
    return any(result in _replaced(site, cover) for cover in covers(site))


def _is_number(site: Site, cover: Cover, role: str) -> bool:
    given = cover.roles.get(role)
    value = site.engine.argument(given) if given is not None else None
    return isinstance(value, Number) and value.range.single is not None


def _chooses(site: Site, cover: Cover, condition: Node, points: list[Point]) -> bool:
    """Say whether a condition leaves only operands for which the operation is valid."""
    written = Deferred(site.frame, site.operand_node)
    is_kept = cover.role == "x"
    operand = site.operand
    for comparison in comparisons(spelt_out(site.engine, site.frame, condition), holds=is_kept):
        subject = written_still(site.engine, site.frame, site.operand_node, comparison.subject, (cover.node,))
        if subject is None or (operand.range.is_unknown and not _is_settled(site, comparison.bound)):
            continue  # `where(r < cutoff, f(r / cutoff), 0)` asks for `r`, and not whether the cutoff is 0
        narrowed = narrowed_at(site.engine, written, operand, subject, comparison)
        operand = narrowed if isinstance(narrowed, Number) else operand
    operand = counting_something(site.engine, written, operand, condition, holds=is_kept)
    for domain in (site.domain, site.gradient if is_differentiated(site) else None):
        if domain is None:
            continue
        if any(not domain.holds(each.value) for each in points):
            return all(domain.holds(each.value) for each in operand.range.points)
        if site.operand.range.is_unknown:
            return _lies_in(operand, domain)
    return False


def _is_settled(site: Site, bound: Node | None) -> bool:
    """Say whether a condition compares with a number, usually at least: so somebody asks for a certain value."""
    value = site.engine.value(site.frame, bound) if bound is not None else None
    return bound is None or (isinstance(value, Number) and bool(value.range.points))


def _lies_in(operand: Number, domain: Domain) -> bool:
    """Say whether a condition leaves an operand in its domain, and close to the value that it is there to exclude."""
    interval = operand.range.interval
    if interval.is_everything:
        return False
    excluded = domain.low if domain.hole is None else domain.hole
    distance = min(abs(interval.low - excluded), abs(interval.high - excluded), abs(interval.high - domain.high))
    if not distance <= LARGEST_EPSILON:
        return False
    if domain.hole is not None:
        return not interval.contains(domain.hole)
    return domain.low <= interval.low and domain.holds(interval.low) and interval.high <= domain.high
