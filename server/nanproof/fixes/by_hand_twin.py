"""The logarithm of a function that is written out with exponentials: `log(exp(x) / sum(exp(x)))` is a log-softmax.

A mask around it mends nothing where an exponential overflows: Inf / Inf is NaN, and so is the gradient of what is 0
because its divisor is Inf.
"""

from __future__ import annotations

from nanproof.fixes.fix import Fix
from nanproof.fixes.formula import arguments_of, axes_hold, operand_of
from nanproof.fixes.in_place import followed, standing_in_base
from nanproof.fixes.spelling import spelt_stable
from nanproof.fixes.stable import USE, stable
from nanproof.fixes.twin import is_plain
from nanproof.forms.compositions import taken_from_one
from nanproof.forms.expressions import Origin, is_integer
from nanproof.forms.handwritten import Handwritten, overflowing, written_out
from nanproof.infer.value import Number
from nanproof.sites.candidates import site_of
from nanproof.sites.site import Site
from nanproof.source.span import TextEdit

_TWINS = {"softmax": "log_softmax", "sigmoid": "log_sigmoid"}
_BY_HAND = {"softmax_by_hand": "y", "sigmoid_by_hand": "y", "tanh_by_hand": "y", "softplus_by_hand": "x"}
# Right where its exponential overflows, but for the gradient.
_RIGHT_IN_VALUE = frozenset({"sigmoid_by_hand"})
_MOST_STEPS = 8
_REASON = "it is finite for every finite operand, in value and in gradient"


def by_hand_twin(site: Site) -> Fix | None:
    """Return the fix that takes the logarithm of such a function at once."""
    if site.function.name not in ("log", "log2", "log10") or not is_plain(site):
        return None
    steps, found, is_complement = _written_out(site)
    if found is None or found.factor is not None or is_integer(site, found.operand):
        return None
    twin = _TWINS.get(found.twin)
    canonical = site.framework.twins.get(twin) if twin is not None else None
    spelling = spelt_stable(site, found.exponential.callee, canonical) if canonical is not None else None
    if spelling is None or (is_complement and found.twin != "sigmoid"):
        return None
    operand = operand_of(site, found, steps)
    if operand is None or operand.assumption or not axes_hold(site, found):
        return None
    arguments = arguments_of(site, found, operand.written, of_complement=is_complement)
    if arguments is None:
        return None
    written = standing_in_base(site, f"{spelling.expression}({arguments})")
    edits = (*operand.edits, *spelling.edits, TextEdit(site.span, written))
    return stable(site, USE, _REASON, edits, introduces=operand.name)


def _written_out(site: Site) -> tuple[tuple[Origin, ...], Handwritten | None, bool]:
    """Return the function of which the logarithm is taken, or of whose complement, and the names on the way to it."""
    first = followed(site, site.operand_node)
    subtracted = taken_from_one(site, first.node)
    second = followed(site, subtracted) if subtracted is not None else first
    quotient = site_of(site.document, site.engine, second.node)
    found = written_out(quotient) if quotient is not None and quotient.is_operator else None
    return (first, second), found, subtracted is not None


def lets_overflow_through(number: Number, steps: int = _MOST_STEPS) -> bool:
    """Say whether a number is made of such a function, whose exponential may overflow: a mask around mends nothing."""
    made = number.computation
    if made is None or not steps:
        return False
    own = number.direct.function.name if number.direct is not None else ""
    if own in _BY_HAND and _BY_HAND[own] in made.roles:
        is_right = own in _RIGHT_IN_VALUE and number.framework is not None and number.framework.name == "numpy"
        return not is_right and overflowing(made.roles[_BY_HAND[own]]) is not None
    return any(lets_overflow_through(each, steps - 1) for each in made.roles.values())
