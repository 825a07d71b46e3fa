"""The mask: clip the operand to values for which the operation is finite, in value and in gradient."""

from __future__ import annotations

from nanproof.catalog.model import Mask
from nanproof.fixes.fix import Applicability, Fix
from nanproof.fixes.spelling import Spelling, spelt
from nanproof.infer.engine import Engine
from nanproof.infer.numbers import arithmetic_of
from nanproof.infer.value import python_number
from nanproof.rules.site import Site
from nanproof.source.span import Span, TextEdit
from nanproof.values.dtype import DType
from nanproof.values.interval import Interval
from nanproof.values.ranges import Range
from nanproof.values.transfer.operands import Operands
from nanproof.values.transfer.registry import TRANSFERS

# The smallest operand of a logarithm that keeps value and gradient finite, with a margin (FACTS, table E). 1e-10 is
# the mask that everybody knows; in float16 it would be 0, and the gradient 1/e needs e above 1.6e-5.
_FLOORS = {DType.FLOAT16: "1e-4"}
_FLOOR = "1e-10"
# The same for log1p, whose edge is -1: the numbers next to -1 are further apart than those next to 0.
_FLOORS_AT_MINUS_ONE = {DType.FLOAT16: "-0.999", DType.BFLOAT16: "-0.99", DType.FLOAT64: "-1 + 1e-15"}
_FLOOR_AT_MINUS_ONE = "-0.9999999"


def mask(site: Site, engine: Engine) -> Fix | None:
    """Return the fix that clips the operand where it stands."""
    floor = floor_of(site)
    known = site.framework.masks
    has_top = site.operand.range.interval.high <= 1.0
    form = known.get("clip" if has_top else "floor")
    if form is None or floor is None or not is_enough(site, floor):
        return None
    values = {"low": floor, "high": "1.0"}
    edits = _as_method(site, form, values) or _as_function(site, engine, form, values)
    if edits is None:
        return None
    result = _result(site, edits)
    is_safe = site.operand.range.interval.low >= 0 or site.operand.range.is_unknown
    return Fix(
        title=f"Mask the operand: {result}",
        reason=_reason(site, floor, is_safe=is_safe),
        result=result,
        applicability=Applicability.SAFE if is_safe else Applicability.UNSAFE,
        edits=edits,
        preferred=True,
    )


def _reason(site: Site, floor: str, *, is_safe: bool) -> str:
    if is_safe:
        dtype = site.operand.dtype.value
        return f"operands above {floor} keep their value; at {floor} value and gradient are finite in {dtype}"
    return "negative operands become the bound as well: check that they are not a mistake of their own"


def floor_of(site: Site) -> str | None:
    """Return the lower bound of the mask, as it is written."""
    domain = site.domain
    if domain is None:
        return None
    if domain.low == 0:
        return _FLOORS.get(site.operand.dtype, _FLOOR)
    if domain.low == -1:
        return _FLOORS_AT_MINUS_ONE.get(site.operand.dtype, _FLOOR_AT_MINUS_ONE)
    return None


def is_enough(site: Site, floor: str) -> bool:
    """Say whether the mask leaves no invalid operand in the operand's dtype."""
    domain = site.domain
    low = python_number(-1 + 1e-15 if "+" in floor else float(floor), is_integer=False).range
    computing = arithmetic_of(site.operand.dtype, site.operand.holder, site.framework)
    anything = Range(Interval(site.operand.range.interval.low, site.operand.range.interval.high))
    masked = TRANSFERS["maximum"](Operands({"x": anything, "y": low}, computing, "mask"))
    return domain is not None and masked.interval.low > domain.low


def _as_method(site: Site, form: Mask, values: dict[str, str]) -> tuple[TextEdit, ...] | None:
    """`p.log()` becomes `p.clamp(...).log()`."""
    if not site.is_method or form.method is None:
        return None
    end = site.operand_span.end
    written = f".{form.method}({form.method_arguments.format(**values)})"
    return (TextEdit(Span(end, end), written),)


def _as_function(site: Site, engine: Engine, form: Mask, values: dict[str, str]) -> tuple[TextEdit, ...] | None:
    """`log(p)` becomes `log(clip(p, ...))`, in the words of the file."""
    call = form.call_for(site.name)
    spelling: Spelling | None = spelt(site.document, engine, site.callee, call)
    if spelling is None:
        return None
    before, _, after = form.arguments.partition("{x}")
    opening = f"{spelling.expression}({before.format(**values)}"
    span = site.operand_span
    return (
        *spelling.edits,
        TextEdit(Span(span.start, span.start), opening),
        TextEdit(Span(span.end, span.end), f"{after.format(**values)})"),
    )


def _result(site: Site, edits: tuple[TextEdit, ...]) -> str:
    """Return the call as it will stand in the source, on one line."""
    written = site.document.data[site.span.start : site.span.end]
    for edit in sorted(edits, reverse=True):
        if edit.span.start >= site.span.start:
            start, end = edit.span.start - site.span.start, edit.span.end - site.span.start
            written = written[:start] + edit.text.encode() + written[end:]
    return " ".join(written.decode("utf-8", "replace").split())
