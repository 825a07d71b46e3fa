"""The logarithm of `1 - exp(z)`: a log-sigmoid where z is made of a softplus, `log(-expm1(z))` where it is below 0.

Observed (FACTS, T15): `1 - exp(z)` is 0 in float32 from z = -3e-8 on, while expm1 keeps all digits there.
"""

from __future__ import annotations

from tree_sitter import Node

from nanproof.fixes.bound_table import Purpose, bound
from nanproof.fixes.fix import Fix
from nanproof.fixes.in_place import followed, stays
from nanproof.fixes.spelling import spelt
from nanproof.fixes.stable import USE, stable
from nanproof.fixes.twin import canonical_twin, negative
from nanproof.forms.compositions import negated, taken_from_one
from nanproof.forms.expressions import Call, Origin, call_of, has_comment, number_at
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit

_REASON = "it never takes the difference of two numbers that are nearly equal: no digit is lost near 0"
_WORDS = {
    "torch": ("torch.log", "torch.expm1"),
    "tensorflow": ("tensorflow.math.log", "tensorflow.math.expm1"),
    "jax": ("jax.numpy.log", "jax.numpy.expm1"),
    "numpy": ("numpy.log", "numpy.expm1"),
    "keras": ("keras.ops.log", "keras.ops.expm1"),
}


def log1mexp(site: Site) -> Fix | None:
    """Return the fix that takes the logarithm without the difference from 1."""
    found = _exponential(site)
    if found is None or has_comment(site.node):
        return None
    exponential, assignment = found
    exponent = followed(site, exponential.operand)
    edits = _of_sigmoid(site, exponent, assignment) or _of_expm1(site, exponential, assignment)
    if edits is None:
        return None
    return stable(site, USE, _REASON, edits)


def _exponential(site: Site) -> tuple[Call, Node | None] | None:
    """Return the exponential that the logarithm takes from 1, and the assignment that it stands in."""
    source = followed(site, site.operand_node)
    subtracted = taken_from_one(site, source.node)
    if subtracted is None:
        return None
    inner = followed(site, subtracted)
    call = call_of(site, inner.node)
    return (call, inner.assignment or source.assignment) if call is not None and call.function == "exp" else None


def _of_sigmoid(site: Site, exponent: Origin, assignment: Node | None) -> tuple[TextEdit, ...] | None:
    """`1 - exp(-softplus(x))` is a sigmoid of x, and `1 - exp(log_sigmoid(x))` one of -x."""
    assignment = exponent.assignment or assignment
    positive = negated(exponent.node)
    inner = followed(site, positive if positive is not None else exponent.node)
    call = call_of(site, inner.node)
    if call is None or call.function != ("softplus" if positive is not None else "log_sigmoid"):
        return None
    if set(call.roles) != {"x"} or not stays(site, call.operand, inner.assignment or assignment):
        return None
    canonical = canonical_twin(site, call, "log_sigmoid")
    spelling = spelt(site.document, site.engine, call.callee, canonical) if canonical is not None else None
    if spelling is None:
        return None
    operand = site.document.slice(Span(call.operand.start_byte, call.operand.end_byte))
    if call.function == "log_sigmoid":
        operand = negative(call.operand, operand)
    return (*spelling.edits, TextEdit(site.span, f"{spelling.expression}({operand})"))


def _of_expm1(site: Site, exponential: Call, assignment: Node | None) -> tuple[TextEdit, ...] | None:
    """`log(-expm1(min(z, -1e-10)))`: where z is 0 the logarithm would be -inf all the same."""
    words, form = _WORDS[site.framework.name], site.framework.masks["ceiling"]
    exponent = number_at(site, exponential.operand)
    if exponent is None or not exponent.range.interval.high <= 0:
        return None
    if not stays(site, exponential.operand, assignment):
        return None
    spellings = [spelt(site.document, site.engine, exponential.callee, each) for each in (*words, form.call)]
    known = [each for each in spellings if each is not None]
    if len(known) < len(spellings):
        return None
    log, expm1, ceiling = known
    operand = site.document.slice(Span(exponential.operand.start_byte, exponential.operand.end_byte))
    high = f"-{bound(Purpose.LOGARITHM, site.operand.dtype)}"
    bounded = f"{ceiling.expression}({form.arguments.format(x=operand, high=high)})"
    imports = dict.fromkeys((*log.edits, *expm1.edits, *ceiling.edits))
    return (*imports, TextEdit(site.span, f"{log.expression}(-{expm1.expression}({bounded}))"))
