"""Floating-point formats and rounding into them, without NumPy.

Source of the constants: IEEE 754-2019 (binary16, binary32, binary64) and the bfloat16 format; what the
frameworks do with subnormals was observed (docs: FACTS, T4d: TensorFlow and JAX flush them to zero on CPU).
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum


class DType(Enum):
    """The kinds of number that a tensor or a Python expression holds."""

    FLOAT16 = "float16"
    BFLOAT16 = "bfloat16"
    FLOAT32 = "float32"
    FLOAT64 = "float64"
    INTEGER = "integer"
    BOOLEAN = "boolean"

    @property
    def is_float(self) -> bool:
        """Say whether values are rounded to a floating-point format."""
        return self not in (DType.INTEGER, DType.BOOLEAN)


# What is computed of two dtypes has the later one.
PRECISION = (DType.BOOLEAN, DType.INTEGER, DType.FLOAT16, DType.BFLOAT16, DType.FLOAT32, DType.FLOAT64)


@dataclass(frozen=True, slots=True)
class Format:
    """A binary floating-point format: its largest value, smallest normal, smallest subnormal and unit roundoff."""

    largest: float
    smallest_normal: float
    smallest: float
    epsilon: float


FORMATS = {
    DType.FLOAT16: Format(65504.0, 2.0**-14, 2.0**-24, 2.0**-10),
    DType.BFLOAT16: Format(3.3895313892515355e38, 2.0**-126, 2.0**-133, 2.0**-7),
    DType.FLOAT32: Format(3.4028234663852886e38, 2.0**-126, 2.0**-149, 2.0**-23),
    DType.FLOAT64: Format(1.7976931348623157e308, 2.0**-1022, 5e-324, 2.0**-52),
}


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """How one framework computes in one dtype: the format, and whether subnormal results become zero."""

    dtype: DType
    flushes_subnormals: bool = False

    def round(self, value: float) -> float:
        """Return the value of the dtype that an exact result becomes (round half to even, overflow to infinity)."""
        if not self.dtype.is_float or math.isnan(value) or math.isinf(value) or value == 0.0:
            return value
        rounded = _ROUND[self.dtype](value)
        if self.flushes_subnormals and abs(rounded) < FORMATS[self.dtype].smallest_normal:
            return math.copysign(0.0, value)
        return rounded


PYTHON_FLOAT = Arithmetic(DType.FLOAT64)


def _packed(code: str, value: float) -> float:
    try:
        rounded: float = struct.unpack(code, struct.pack(code, value))[0]
    except OverflowError:
        return math.copysign(math.inf, value)
    return rounded


def _bfloat16(value: float) -> float:
    single = _packed("<f", value)
    bits: int = struct.unpack("<I", struct.pack("<f", single))[0]
    # A value between two bfloat16 numbers that float32 rounding moved onto the tie would round twice: the
    # difference is half an ulp of bfloat16 at the most, and no bound of ours is that close to a tie.
    bits += 0x7FFF + ((bits >> 16) & 1)
    rounded: float = struct.unpack("<f", struct.pack("<I", bits & 0xFFFF0000))[0]
    return rounded


def _half(value: float) -> float:
    return _packed("<e", value)


def _single(value: float) -> float:
    return _packed("<f", value)


_ROUND: dict[DType, Callable[[float], float]] = {
    DType.FLOAT16: _half,
    DType.BFLOAT16: _bfloat16,
    DType.FLOAT32: _single,
    DType.FLOAT64: float,
}


def next_after(value: float, towards: float, dtype: DType, steps: int = 1) -> float:
    """Return the value `steps` representable numbers of the dtype away, in the direction of `towards`."""
    if not dtype.is_float or math.isinf(value) or value == towards:
        return value
    form = FORMATS[dtype]
    exponent = max(math.frexp(value)[1] - 1, math.frexp(form.smallest_normal)[1] - 1) if value else 0
    ulp = max(form.epsilon * 2.0**exponent, form.smallest) if value else form.smallest
    # Below a power of two the numbers lie twice as close.
    is_inward = (towards > value) != (value > 0)
    if steps == 1 and is_inward and abs(math.frexp(value)[0]) == 0.5:
        ulp = max(ulp / 2, form.smallest)
    moved = value + math.copysign(ulp * steps, towards - value)
    return Arithmetic(dtype).round(moved)
