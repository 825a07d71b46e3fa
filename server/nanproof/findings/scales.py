"""Deviations, variances and temperatures that are an exponential or a softplus of something: positive, and 0 far out.

What is divided by one, or has its root taken, needs it to be exactly 0: a log-variance of -104, or a softplus of -103,
where a likelihood, and a divergence from a prior, hold what is trained far above. It is as far as what makes the same
exponential infinite, which is possible and not shown. A bound that somebody put there and that lets 0 through is shown.
"""

from __future__ import annotations

import math

from nanproof.infer.value import Made, Number
from nanproof.sites.site import Site

_SCALES = frozenset({"exp", "exp2", "softplus"})
_KEPT = frozenset({"square", "pow", "sqrt", "multiply", "divide", "same", "cast"})
_LIKELIHOODS = frozenset({"log_softmax", "log_sigmoid", "log_probability"})  # which training drives as far as it can
_FARTHEST = 12


def is_scale_far_out(site: Site, made: Made) -> bool:
    """Say whether an operand is a positive scale that a producer makes 0 far out: as it is, or a power or multiple."""
    scale = _scale(site.operand, made) if made.function.name in _SCALES else None
    if scale is None or scale.computation is None:
        return False
    exponent = scale.computation.roles["x"]
    is_likelihood = any(each.function.name in _LIKELIHOODS for each in exponent.made)
    return exponent.range.interval.low == -math.inf and not is_likelihood


def _scale(operand: Number, made: Made) -> Number | None:
    """Return the number that a producer makes, where the operand is computed of nothing else that is 0 there."""
    number: Number | None = operand
    for _ in range(_FARTHEST):
        if number is None or (number.direct is not None and number.direct.producer == made.producer):
            return number
        computation = number.computation
        if computation is None or computation.function.name not in _KEPT:
            return None
        given = computation.roles.values()
        number = next((each for each in given if any(one.producer == made.producer for one in each.made)), None)
    return None
