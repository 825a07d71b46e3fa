"""Whether what is assumed to be far out is the logarithm of a signal-to-noise ratio, which a schedule bounds.

A diffusion computes its scales by it, `sqrt(sigmoid(log_snr))`: from -20 to 20, say, where no sigmoid is 0.
"""

from __future__ import annotations

import re

from nanproof.infer.value import Made
from nanproof.values.ranges import Point

_LOG_SNR = re.compile(r"(?:\b|_)log_?snrs?(?:\b|_)", re.IGNORECASE)


def is_scheduled(made: Made, point: Point) -> bool:
    """Say whether a producer takes its value for an input of which nothing but such a name is known."""
    is_assumed = any(symbol == (made.producer, "argument") for symbol, _ in point.under)
    return is_assumed and _LOG_SNR.search(made.place.text) is not None
