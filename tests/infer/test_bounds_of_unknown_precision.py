"""The bounds of what may be computed in single or in double precision: as wide as a rounding, and 0 stays 0."""

from __future__ import annotations

import math

import pytest

from tests.infer.test_vanishing import number


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("x ** 2", 0.0, math.inf),
        ("x ** 2 + 1", 1.0, math.inf),
        ("x ** 2 * -1", -math.inf, 0.0),
        ("1 - x ** 2", -math.inf, 1.0),
    ],
)
def test_bounds(written: str, low: float, high: float) -> None:
    interval = number(written)[1].range.interval
    assert (interval.low, interval.high) == pytest.approx((low, high), rel=1e-6, abs=0)
    assert interval.low < low or low in (0.0, -math.inf)
    assert interval.high > high or high in (0.0, math.inf)
