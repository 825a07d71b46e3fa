"""Where the oracle looks: operands inside a domain, at its edges and outside, in the numbers of a dtype."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from nanproof.catalog import Domain
from nanproof.values.dtype import FORMATS, Arithmetic, DType, next_after
from tests.oracle.flavours import Array

INSIDE = (-100.0, -10.0, -3.25, -2.5, -1.5, -0.75, -0.3, -0.1, 0.1, 0.3, 0.75, 1.5, 2.5, 3.25, 10.0, 100.0)
# An operand as close to a singularity as this is finite in value, while its derivative may overflow in float16.
CLOSE = 2.0**-5


def rounded(values: Sequence[float], dtype: str) -> list[float]:
    """Return the values that a dtype has for these."""
    arithmetic = Arithmetic(DType(dtype))
    return sorted({arithmetic.round(value) for value in values if abs(value) <= FORMATS[DType(dtype)].largest})


def edges(domain: Domain) -> list[float]:
    """Return the finite edges of a domain, and its holes."""
    found = [edge for edge in (domain.low, domain.high) if math.isfinite(edge)]
    if domain.hole is not None:
        found.append(domain.hole)
    return [*found, *((0.0, -1.0, -2.0) if domain.poles else ())]


def around(domain: Domain, dtype: str) -> list[float]:
    """Return operands of a dtype: the edges, their nearest neighbours that are normal numbers, and others."""
    kind = DType(dtype)
    tiny = FORMATS[kind].smallest_normal
    values = list(INSIDE)
    for edge in edges(domain):
        values += [edge, *(_next(edge, side, kind, tiny) for side in (-math.inf, math.inf))]
        values += [edge + step for step in (-1.0, -0.5, -CLOSE, CLOSE, 0.5, 1.0)]
    return rounded(values, dtype)


def _next(edge: float, side: float, dtype: DType, tiny: float) -> float:
    return math.copysign(tiny, side) if edge == 0 else next_after(edge, side, dtype)


def is_close(value: float, domain: Domain) -> bool:
    """Say whether an operand stands so close to an edge that its derivative may overflow or not, edges apart."""
    return any(0 < abs(value - edge) < CLOSE for edge in edges(domain))


INTERVALS = ((-3.0, 3.0), (0.0, 1.0), (1.0, 4.0), (-20.0, 20.0), (-1.0e4, 1.0e4), (0.0, 0.0))
SECOND = ((0.5, 2.0), (-2.0, 3.0), (1.0, 1.0), (-20.0, 20.0), (1.0, 1.0e4), (0.25, 0.25))


def within(low: float, high: float, shape: Sequence[int], seed: int) -> Array:
    """Return a tensor of values from an interval, both ends among them."""
    count = math.prod(shape)
    values = np.random.default_rng(seed).uniform(low, high, count)
    values[:2] = [low, high][: min(2, count)]
    return values.reshape(tuple(shape))
