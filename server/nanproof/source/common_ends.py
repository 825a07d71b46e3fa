"""How far two texts agree, from the beginning and from the end: compared in halves, as comparing slices is C's work."""

from __future__ import annotations


def agreeing_at_start(one: bytes, other: bytes, most: int) -> int:
    """Return how many first bytes two texts share, `most` at most."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def agreeing_at_end(one: bytes, other: bytes, most: int) -> int:
    """Return how many last bytes two texts share, `most` at most."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low
