"""How far from an edge an operand must stay, by what is computed and in which dtype: numbers, and where they are from.

Each is large enough for value and gradient (FACTS, table E: executed on TensorFlow, PyTorch, JAX and NumPy), and what
stands under a division or in an exponential also for the square of the gradient, which Adam keeps and
`clip_grad_norm_` sums (FACTS, T20): 1e-10 under a division makes 1e20, whose square is Inf in float32. They are
executed under SGD, Adam and clipping in `tests/oracle/test_training.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from nanproof.values.dtype import DType


class Purpose(Enum):
    """What a bound keeps finite."""

    LOGARITHM = "the logarithm, or a root"
    ROOTED_DIVISOR = "one divided by a root"
    DIVISOR = "a quotient"
    NORM = "a quotient by a norm or a deviation"
    SQUARED_NORM = "the root that a norm is"
    VARIANCE = "the root that a deviation is"
    COUNT = "a mean over what was counted"
    EPSILON = "what something small is added to"
    DIVISOR_EPSILON = "a divisor that something small is added to"
    ROOTED_EPSILON = "a root under a division that something small is added to"
    ONE = "what ends at 1, or at -1: the distance from it"
    ABOVE_ONE = "what begins at 1: the distance from it"
    EXPONENT = "an exponential"
    EXPONENT_OF_TWO = "a power of two"


# Of float32; bfloat16 has its exponents, and takes them where it has no numbers of its own.
_SINGLE: Mapping[Purpose, str] = {
    Purpose.LOGARITHM: "1e-10",  # the mask that everybody knows; log(1e-10) is -23, its derivative 1e10
    Purpose.ROOTED_DIVISOR: "1e-10",  # the derivative is 5e14
    Purpose.DIVISOR: "1e-7",  # the derivative is 1e14, its square 1e28
    Purpose.NORM: "1e-6",
    Purpose.SQUARED_NORM: "1e-12",  # as in tf.math.l2_normalize
    Purpose.VARIANCE: "1e-12",  # what it divides is as large as ever: the derivative is 5e17
    Purpose.COUNT: "1.0",  # nothing that was counted is less than one
    Purpose.EPSILON: "1e-8",
    Purpose.DIVISOR_EPSILON: "1e-8",
    Purpose.ROOTED_EPSILON: "1e-8",
    Purpose.ONE: "1e-7",  # 1 - 1e-8 is 1 (T4)
    Purpose.ABOVE_ONE: "1e-6",
    Purpose.EXPONENT: "30.0",  # the overflow is at 88.7, that of the square at 44; projects use 10 to 30 (T20)
    Purpose.EXPONENT_OF_TWO: "40.0",
}
_BRAIN: Mapping[Purpose, str] = {Purpose.ONE: "1e-2", Purpose.ABOVE_ONE: "1e-2"}
_HALF: Mapping[Purpose, str] = {
    Purpose.LOGARITHM: "1e-4",  # 1e-10 is 0 here; the derivative needs 1.6e-5
    Purpose.ROOTED_DIVISOR: "1e-3",
    Purpose.DIVISOR: "4e-3",  # the derivative is 62500
    Purpose.NORM: "4e-3",
    Purpose.SQUARED_NORM: "1e-4",
    Purpose.VARIANCE: "1e-3",
    Purpose.EPSILON: "1e-4",
    Purpose.DIVISOR_EPSILON: "4e-3",
    Purpose.ROOTED_EPSILON: "1e-3",
    Purpose.ONE: "1e-3",
    Purpose.ABOVE_ONE: "1e-3",
    Purpose.EXPONENT: "5.0",  # the overflow is at 11.1, that of the square at 5.5
    Purpose.EXPONENT_OF_TWO: "7.0",
}
_DOUBLE: Mapping[Purpose, str] = {
    Purpose.DIVISOR: "1e-10",
    Purpose.NORM: "1e-10",
    Purpose.SQUARED_NORM: "1e-20",
    Purpose.VARIANCE: "1e-20",
    Purpose.ONE: "1e-15",
    Purpose.ABOVE_ONE: "1e-15",
    Purpose.EXPONENT: "300.0",  # the overflow is at 709.8, that of the square at 354
    Purpose.EXPONENT_OF_TWO: "400.0",
}
_OF_DTYPE: Mapping[DType, Mapping[Purpose, str]] = {
    DType.FLOAT16: _HALF,
    DType.BFLOAT16: _BRAIN,
    DType.FLOAT64: _DOUBLE,
}

# Bounds of a power with a negative exponent, of which the least is taken that keeps all finite.
LADDER = ("1e-10", "1e-8", "1e-7", "1e-6", "1e-5", "1e-4", "1e-3", "4e-3", "1e-2", "5e-2", "0.1")


def bound(purpose: Purpose, dtype: DType) -> str:
    """Return the bound for a purpose in a dtype, as it is written in the source."""
    return _OF_DTYPE.get(dtype, {}).get(purpose, _SINGLE[purpose])
