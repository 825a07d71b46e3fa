"""The mask: clip the operand to values for which the operation is finite, in value and in gradient."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.catalog.model import Domain
from nanproof.fixes.at_source import shared_exponent
from nanproof.fixes.bound_table import Purpose
from nanproof.fixes.bounds import Bounds, bounds_of, exponent_of, floor_of, lower_floor, number_of, purpose_of
from nanproof.fixes.fix import Applicability, Fix
from nanproof.fixes.log_ratio import is_of_quotient
from nanproof.fixes.raw_output import raw_output_of
from nanproof.fixes.root import is_above_a_root
from nanproof.fixes.small_factors import is_of_small_factors
from nanproof.fixes.spelling import spelt
from nanproof.fixes.steep import steep
from nanproof.fixes.writing import masked, result, target_of_update
from nanproof.forms.exponents import is_raised_to_a_parameter
from nanproof.forms.expressions import call_of, has_comment, number_at
from nanproof.forms.handwritten import overflowing
from nanproof.infer.engine import Engine
from nanproof.infer.value import Holder
from nanproof.masks.before import constant
from nanproof.names.syntax import called_name, operands, text
from nanproof.sites.site import Site
from nanproof.source.span import TextEdit

# An operand that leaves its domain by so little left it by rounding: nobody meant it to.
ROUNDING = 1e-3
_OF_ONE = "tensor"  # what makes a tensor of one number, without axes


def mask(site: Site, engine: Engine) -> Fix | None:
    """Return the fix that clips the operand where it stands."""
    bounds = bounds_of(site, exponent_of(site))
    if bounds is None:
        return None
    edits = _joined(site, engine, bounds) or _around(site, engine, bounds)
    if edits is None:
        return None
    written = result(site.document, site.span, edits)
    unsafe = _doubt(site)
    return Fix(
        title=f"Mask the operand: {written}",
        reason=unsafe or _promise(site, bounds),
        result=written,
        applicability=Applicability.UNSAFE if unsafe else Applicability.SAFE,
        edits=edits,
        preferred=True,
        lead="mask it",
    )


def _around(site: Site, engine: Engine, bounds: Bounds) -> tuple[TextEdit, ...] | None:
    return masked(site, engine, site.framework.masks[_kind(bounds)], bounds)


def _joined(site: Site, engine: Engine, bounds: Bounds) -> tuple[TextEdit, ...] | None:
    """Return the edits that make one clip of a minimum, or a maximum, that the operand is already."""
    call, form = call_of(site, site.operand_node), site.framework.masks["clip"]
    if call is None or call.receiver is not None or call.function not in ("minimum", "maximum"):
        return None
    given = [call.roles[role] for role in ("x", "y") if role in call.roles]
    limits = {node: known for node in given if (known := _constant_at(site, node)) is not None}
    missing, other_side = (bounds.low, bounds.high) if call.function == "minimum" else (bounds.high, bounds.low)
    if not limits or missing is None or has_comment(site.operand_node):
        return None
    spelling = spelt(site.document, engine, site.callee, form.call_for(site.name))
    if spelling is None:
        return None
    limit = next(iter(limits))
    there = text(limit)
    inwards = 1 if call.function == "minimum" else -1
    if other_side is not None and inwards * (limits[limit] - number_of(other_side)) > 0:
        there = other_side  # what is there lets through what it should not
    low, high = (missing, there) if call.function == "minimum" else (there, missing)
    operand = next((node for node in given if node != limit), limit)
    written = f"{spelling.expression}({form.arguments.format(x=text(operand), low=low, high=high)})"
    return (*spelling.edits, TextEdit(site.operand_span, written))


def _constant_at(site: Site, node: Node) -> float | None:
    """Return the number that an expression is: beside a number a clamp of PyTorch takes no tensor that has axes."""
    number = number_at(site, node)
    is_one = number is not None and (number.holder is not Holder.TENSOR or called_name(node) == _OF_ONE)
    return constant(number) if number is not None and is_one else None


def _kind(bounds: Bounds) -> str:
    if bounds.low is not None and bounds.high is not None:
        return "clip"
    return "ceiling" if bounds.low is None else "floor"


def _promise(site: Site, bounds: Bounds) -> str:
    """Say in one sentence what the mask changes and what it does not."""
    dtype = site.operand.dtype.value
    if bounds.low is None:
        return f"operands below {bounds.high} keep their value; at {bounds.high} the result is finite in {dtype}"
    if bounds.high is None or bounds.high == "1.0":
        return f"operands above {bounds.low} keep their value; at {bounds.low} value and gradient are finite in {dtype}"
    return f"operands between the bounds keep their value; at the bounds value and gradient are finite in {dtype}"


def _doubt(site: Site) -> str | None:
    """Say why the mask may not be what its author wants, None where nothing speaks against it."""
    return _doubt_of_use(site) or _doubt_of_values(site)


def _doubt_of_use(site: Site) -> str | None:
    """Say what else than the operand's own values speaks against a mask."""
    if target_of_update(site):
        return "the update in place becomes an assignment: other names of the same tensor keep the old value"
    if is_above_a_root(site):
        return "the value is finite, but the gradient of the norm, or of the root, below it stays NaN at 0"
    if (quotient := _doubt_of_quotient(site)) is not None:
        return quotient
    if (infinite := doubt_of_overflow(site)) is not None:
        return infinite
    if raw_output_of(site) is not None:
        return "what the network answers below 0 has no gradient behind the mask, so that it never learns otherwise"
    if (shared := shared_exponent(site)) is not None:
        return f"right where nothing needs `{text(shared.name)}` without this bound: it is used beside it too"
    if (lower := lower_floor(site)) is not None:
        return f"right where the divisor stays above {floor_of(site)}: its logarithm pulls it on, down to {lower}"
    if purpose_of(site) is Purpose.DIVISOR and is_of_small_factors(site.operand, site.engine):
        return (
            f"right where the divisor stays above {floor_of(site)}: a product of small numbers is smaller than they are"
        )
    return steep(site)


def _doubt_of_values(site: Site) -> str | None:
    interval, domain = site.operand.range.interval, site.domain
    if site.function.overflows:
        if "mask" in site.operand.traits:
            return None
        return "right where nothing above the bound is meant: such operands become equal, and lose their gradient"
    negative = "right where nothing negative is meant: it becomes the bound as well, and loses its gradient"
    if is_raised_to_a_parameter(site):
        return negative
    if site.operand.range.is_unknown or domain is None or domain.hole is not None:
        return None
    taken = [point.value for point in site.operand.range.points]
    if not _leaves(domain, interval.low, interval.high):
        return None
    if any(not domain.holds(value) for value in taken) and not _leaves(domain, min(taken), max(taken)):
        return None
    if domain.low == 0:
        return negative
    return "right where nothing beyond the bounds is meant: it becomes the bound, and loses its gradient"


def _doubt_of_quotient(site: Site) -> str | None:
    """Say that 0 / 0 is NaN, where that is known, or where no finding mends the divisor: nobody knows of it."""
    if is_of_quotient(site):
        return "right where the operand is never 0 / 0: that is NaN, and a mask lets it through"
    quotient = operands(site.operand_node, "/")
    divisor = quotient[1] if quotient is not None else site.operand_node
    number = number_at(site, divisor) if quotient is not None else None
    if number is None or not number.range.is_unknown:
        return None
    return f"right where `{text(divisor)}` is never 0: 0 / 0 is NaN, and a mask lets it through"


def doubt_of_overflow(site: Site) -> str | None:
    """Say that an exponential may be Inf, which goes through what only keeps an operand above 0."""
    if site.function.overflows or (exponential := overflowing(site.operand)) is None:
        return None
    written = " ".join(exponential.where.text.split())
    return f"right where `{written}` does not overflow: what keeps it above 0 lets Inf through"


def _leaves(domain: Domain, low: float, high: float) -> bool:
    """Say whether operands leave a domain by more than a rounding error."""
    return low < domain.low - ROUNDING or high > domain.high + ROUNDING
