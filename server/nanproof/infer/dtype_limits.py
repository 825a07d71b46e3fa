"""What a framework tells of a dtype: `finfo(dtype).eps`."""

from __future__ import annotations

from dataclasses import dataclass

from nanproof.values.dtype import DType


@dataclass(frozen=True, slots=True)
class Limits:
    """What `finfo` tells of a dtype."""

    dtype: DType
