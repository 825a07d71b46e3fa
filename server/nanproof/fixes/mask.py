"""The mask: clip the operand to values for which the operation is finite, in value and in gradient."""

from __future__ import annotations

from nanproof.catalog.model import Domain
from nanproof.fixes.at_source import shared_exponent
from nanproof.fixes.bounds import Bounds, bounds_of, exponent_of, floor_of, lower_floor, number_of
from nanproof.fixes.fix import Applicability, Fix
from nanproof.fixes.log_ratio import is_of_quotient
from nanproof.fixes.raw_output import raw_output_of
from nanproof.fixes.root import norms_below
from nanproof.fixes.spelling import spelt
from nanproof.fixes.steep import steep
from nanproof.fixes.writing import masked, result, target_of_update
from nanproof.forms.compositions import parts
from nanproof.forms.expressions import call_of, has_comment, number_at
from nanproof.forms.handwritten import overflowing
from nanproof.infer.engine import Engine
from nanproof.infer.numbers import arithmetic_of
from nanproof.infer.value import python_number
from nanproof.masks.before import constant
from nanproof.names.syntax import text
from nanproof.sites.site import Site
from nanproof.source.span import TextEdit
from nanproof.values.interval import Interval
from nanproof.values.ranges import Range
from nanproof.values.transfer.operands import Operands
from nanproof.values.transfer.registry import TRANSFERS

# An operand that leaves its domain by so little left it by rounding: nobody meant it to.
ROUNDING = 1e-3


def mask(site: Site, engine: Engine) -> Fix | None:
    """Return the fix that clips the operand where it stands."""
    bounds = bounds_of(site, exponent_of(site))
    if bounds is None or not is_enough(site, bounds) or _is_there(site, bounds):
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
    form = site.framework.masks.get(_kind(bounds))
    return masked(site, engine, form, {"low": bounds.low or "", "high": bounds.high or ""}) if form else None


def _joined(site: Site, engine: Engine, bounds: Bounds) -> tuple[TextEdit, ...] | None:
    """Return the edits that make one clip of a minimum, or a maximum, that the operand is already."""
    call, form = call_of(site, site.operand_node), site.framework.masks.get("clip")
    if call is None or form is None or call.receiver is not None or call.function not in ("minimum", "maximum"):
        return None
    given = {role: call.roles[role] for role in ("x", "y") if role in call.roles}
    numbers = {role: number_at(site, node) for role, node in given.items()}
    single = next((role for role, number in numbers.items() if number is not None and constant(number) is not None), "")
    missing = bounds.low if call.function == "minimum" else bounds.high
    other = next((node for role, node in given.items() if role != single), None)
    spelling = spelt(site.document, engine, site.callee, form.call_for(site.name))
    if not single or missing is None or other is None or spelling is None or has_comment(site.operand_node):
        return None
    there = text(given[single])
    low, high = (missing, there) if call.function == "minimum" else (there, missing)
    written = f"{spelling.expression}({form.arguments.format(x=text(other), low=low, high=high)})"
    return (*spelling.edits, TextEdit(site.operand_span, written))


def _is_there(site: Site, bounds: Bounds) -> bool:
    """Say whether the operand is this mask already: a second one around it would mend nothing."""
    call = call_of(site, site.operand_node)
    if call is None or call.function not in ("clip", "maximum", "minimum"):
        return False
    written = {text(node) for role, node in call.roles.items() if role != "x"}
    return {bound for bound in (bounds.low, bounds.high) if bound is not None} <= written


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
    if norms_below(site):
        return "the value is finite, but the gradient of the norm below it stays NaN at 0"
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
    return steep(site)


def _doubt_of_values(site: Site) -> str | None:
    interval, domain = site.operand.range.interval, site.domain or site.gradient
    if site.function.overflows:
        if "mask" in site.operand.traits:
            return None
        return "right where nothing above the bound is meant: such operands become equal, and lose their gradient"
    if site.operand.range.is_unknown or domain is None or domain.hole is not None:
        return None
    taken = [point.value for point in site.operand.range.points]
    if not _leaves(domain, interval.low, interval.high):
        return None
    if any(not domain.holds(value) for value in taken) and not _leaves(domain, min(taken), max(taken)):
        return None
    if domain.low == 0:
        return "right where nothing negative is meant: it becomes the bound as well, and loses its gradient"
    return "right where nothing beyond the bounds is meant: it becomes the bound, and loses its gradient"


def _doubt_of_quotient(site: Site) -> str | None:
    """Say that 0 / 0 is NaN, where that is known, or where no finding mends the divisor: nobody knows of it."""
    if is_of_quotient(site):
        return "right where the operand is never 0 / 0: that is NaN, and a mask lets it through"
    _, operator, divisor = parts(site.operand_node)
    number = number_at(site, divisor) if operator == "/" and divisor is not None else None
    if divisor is None or number is None or not number.range.is_unknown:
        return None
    return f"right where `{text(divisor)}` is never 0: 0 / 0 is NaN, and a mask lets it through"


def doubt_of_overflow(site: Site) -> str | None:
    """Say that an exponential may be Inf, which goes through what only keeps an operand above 0."""
    if site.function.overflows or (exponential := overflowing(site.operand)) is None:
        return None
    written = exponential.computation.where.text if exponential.computation is not None else ""
    return f"right where `{' '.join(written.split())}` does not overflow: what keeps it above 0 lets Inf through"


def _leaves(domain: Domain, low: float, high: float) -> bool:
    """Say whether operands leave a domain by more than a rounding error."""
    return low < domain.low - ROUNDING or high > domain.high + ROUNDING


def is_enough(site: Site, bounds: Bounds) -> bool:
    """Say whether the mask leaves no invalid operand in the operand's dtype."""
    domain = site.gradient or site.domain
    if domain is None:
        return True  # what overflows has its bound from the dtype
    computing = arithmetic_of(site.operand.dtype, site.operand.holder, site.framework)
    anything = Range(Interval(site.operand.range.interval.low, site.operand.range.interval.high))
    for written, transfer in ((bounds.low, "maximum"), (bounds.high, "minimum")):
        if written is not None:
            bound = python_number(number_of(written), is_integer=False).range
            anything = TRANSFERS[transfer](Operands({"x": anything, "y": bound}, computing, "mask"))
    low, high = anything.interval.low, anything.interval.high
    return domain.holds(low) and domain.holds(high) and (low > domain.low or not domain.low_open)
