"""The inputs that training meets any day, and what of a result is broken."""

from __future__ import annotations

import numpy as np

from tests.oracle.flavours import Array, Result

INPUTS: dict[str, Array] = {
    "zeros": np.zeros((2, 2)),
    "ones": np.ones((2, 2)),
    "minus ones": -np.ones((2, 2)),
    "1000": np.full((2, 2), 1e3),
    "-1000": np.full((2, 2), -1e3),
    "1e30": np.full((2, 2), 1e30),
    "-1e30": np.full((2, 2), -1e30),
    "nothing": np.zeros((0,)),
    "one element": np.full((1,), 0.5),
    "equal elements": np.full((3,), 0.5),
}
# A row that is masked as a whole, beside one that is masked in part: what is NaN of both is arithmetic with infinities.
MASKED, HALF_MASKED = np.full((2, 2), -np.inf), np.array([[0.0, -np.inf], [0.0, -np.inf]])
# So large that squares overflow: only what is no number, or has no derivative, is worth a word.
_LARGE = frozenset({"1e30", "-1e30"})


def fault(label: str, result: Result) -> str:
    """Return what is broken of a result, empty where nothing is: `nan`, `inf`, or `gradient`."""
    value = np.asarray(result.value, np.float64)
    if np.isnan(value).any():
        return "nan"
    if not np.isfinite(value).all():
        return "" if label in _LARGE else "inf"
    if result.gradient is not None and not np.isfinite(np.asarray(result.gradient, np.float64)).all():
        return "gradient"
    return ""


def is_nan(result: Result) -> bool:
    """Say whether a value, or a derivative, is no number."""
    parts = [result.value] if result.gradient is None else [result.value, result.gradient]
    return any(bool(np.isnan(np.asarray(each, np.float64)).any()) for each in parts)
