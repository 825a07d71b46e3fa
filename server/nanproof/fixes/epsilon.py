"""The epsilon: something small added to an operand that is never negative."""

from __future__ import annotations

import math

from nanproof.catalog.model import Domain
from nanproof.fixes.bound_table import Purpose, bound
from nanproof.fixes.bounds import divides_by_its_root, exponent_of
from nanproof.fixes.edited import added
from nanproof.fixes.fix import Applicability, Fix, Way
from nanproof.fixes.log_ratio import is_of_quotient
from nanproof.fixes.mask import doubt_of_overflow
from nanproof.fixes.root import is_above_a_root
from nanproof.fixes.writing import is_left_in_operand, is_primary, result
from nanproof.forms.compositions import log_of
from nanproof.names.syntax import bare, is_literal_data, parts
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit

_BINDS_TIGHTER = frozenset({"*", "/", "//", "%", "@", "**"})


def epsilon(site: Site) -> Fix | None:
    """Return the fix that adds a small number to the operand.

    Not to numbers that are written out, which to change is easier, or to a list of them, which takes no sum. Not to a
    sum or a difference, where TensorFlow's and JAX's compilers may reorder it away (FACTS, T5), and not to a
    probability whose logarithm has a stable twin.
    """
    domain, interval = site.domain, site.operand.range.interval
    if domain is None or 0.0 not in (domain.low, domain.hole) or domain.high == 1.0 or not interval.low >= 0:
        return None
    if is_literal_data(site.operand_node) or is_of_quotient(site) or _is_of_a_divisor_of_0(site):
        return None  # 0 / 0 is NaN, and 1 / 0 is Inf, whatever is added to them
    exponent = exponent_of(site)
    is_steep = (exponent is not None and exponent < -1) or is_above_a_root(site)
    if is_steep or is_left_in_operand(site) or parts(site.operand_node)[1] in ("+", "-") or log_of(site) is not None:
        return None
    small = bound(_purpose(site, domain), site.operand.dtype)
    edits = _added(site, small)
    written = result(site.document, site.span, edits)
    return Fix(
        title=f"Add an epsilon: {written}",
        reason=doubt_of_overflow(site)
        or f"value and gradient are finite where the operand is 0, and every other value is moved by {small}",
        result=written,
        applicability=Applicability.UNSAFE,
        edits=edits,
        way=Way.OTHER,
        placeholder=small,
    )


def _is_of_a_divisor_of_0(site: Site) -> bool:
    is_infinite = any(math.isinf(point.value) for point in site.operand.range.points)
    return is_infinite and parts(site.operand_node)[1] == "/"


def _purpose(site: Site, domain: Domain) -> Purpose:
    if domain.hole is not None:
        return Purpose.DIVISOR_EPSILON
    return Purpose.ROOTED_EPSILON if site.function.name == "pow" or divides_by_its_root(site) else Purpose.EPSILON


def _added(site: Site, small: str) -> tuple[TextEdit, ...]:
    node = site.operand_node
    if bare(node) != node:
        return added(node, small)
    stands_apart = not (site.is_method or site.is_operator) or site.node.type == "augmented_assignment"
    is_tight = is_primary(node) or parts(node)[1] in _BINDS_TIGHTER
    if stands_apart and is_tight:
        return (TextEdit(Span(node.end_byte, node.end_byte), f" + {small}"),)
    opening, closing = ("(", f" + {small})") if is_tight else ("((", f") + {small})")
    if stands_apart:
        opening, closing = "(", f") + {small}"
    return (
        TextEdit(Span(node.start_byte, node.start_byte), opening),
        TextEdit(Span(node.end_byte, node.end_byte), closing),
    )
