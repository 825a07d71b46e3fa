"""Powers whose exponent a network gives as an exponential: `(t / scale) ** exp(log_shape)`, the hazard of a Weibull.

It is exponential twice over. With an exponent of 148, which `exp(5)` is, the power of 2 is Inf.
"""

from __future__ import annotations

from math import inf, log

from nanproof.forms.exponents import exponent_at
from nanproof.forms.handwritten import LARGEST_EXPONENT
from nanproof.infer.structure import uncast
from nanproof.infer.value import Holder, Number
from nanproof.sites.site import Site
from nanproof.uses.training import trains

_WEIGHTS = frozenset({"parameter", "parameter_from_0"})
# A base of which nothing is known is often as large as this: a time, a distance over a scale.
_USUAL_BASE = 10.0


def power_may_overflow(site: Site) -> bool:
    """Say whether a power overflows by its exponent, which is the exponential of what is no weight."""
    if site.function.transfer != "pow" or site.operand.holder is not Holder.TENSOR or not trains(site):
        return False
    exponent = exponent_at(site)
    if exponent is None or exponent.holder is not Holder.TENSOR or not _is_of_an_output(exponent):
        return False
    base = site.operand.range.interval.high
    base = _USUAL_BASE if base == inf else base
    return base > 1 and exponent.range.interval.high * log(base) > LARGEST_EXPONENT


def _is_of_an_output(exponent: Number) -> bool:
    made = uncast(exponent).computation
    if made is None or made.function.name != "exp":
        return False
    return not {each.function.name for each in made.roles["x"].made} & _WEIGHTS
