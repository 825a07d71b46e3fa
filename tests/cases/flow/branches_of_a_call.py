"""Conditions of a call: a branch is left out only where its condition is known, and not where it may go either way."""

import numpy as np
import torch


def by_dtype(x):
    # What the dtype of a tensor is, nothing here says.
    if x.dtype == torch.float16:
        return torch.relu(x)
    return torch.clamp(x, min=0.5)


def by_count(x, count):
    if count == 0:
        return torch.relu(x)
    return torch.clamp(x, min=0.5)


def by_order(x, low, high):
    if low < high:
        return torch.relu(x)
    else:
        return torch.clamp(x, min=0.5)


def between(x, low):
    if 0 < low < 1:
        return torch.relu(x)
    else:
        return torch.clamp(x, min=0.5)


def named(x, mode=None, size=3):
    if (mode is None and size == 3) or mode == "floor":
        return torch.clamp(x, min=0.5)
    else:
        return torch.relu(x)


def early(x, ready):
    if not ready:
        return
    return torch.clamp(x, min=0.5)


def counted(x):
    if (count := len(x)) > 1:
        count = 3
    return count


def switched(wanted=False):
    offset = 0.0
    if wanted:
        offset = 1.0
    return offset


def halves(x):
    yield torch.relu(x)
    if x is None:
        return
    yield torch.full((3,), -1.0)
    return


def pairs(x):
    yield torch.relu(x), torch.ones(3)
    return


def nothing():
    return None


def without(x, wanted=False):
    if wanted:
        offset = 1.0
    return x * offset


def calls(y, rows, unknown):
    reveal_range(by_dtype(y))  # [0, inf] float32
    reveal_range(by_count(y, len(rows)))  # [0, inf] float32
    reveal_range(by_count(y, len(rows) + 1))  # [0.5, inf] float32
    reveal_range(by_count(y, 0))  # [0, inf] float32
    reveal_range(by_count(y, 2))  # [0.5, inf] float32
    reveal_range(by_count(y, unknown))  # [0, inf] float32
    reveal_range(by_order(y, 1, 2))  # [0, inf] float32
    reveal_range(by_order(y, 2, 2))  # [0.5, inf] float32
    reveal_range(by_order(y + 1, 2, unknown))  # [0, inf] float32
    reveal_range(by_order(y, 2, unknown))  # [0, inf] float32
    reveal_range(by_order(y, "a", 2))  # [0, inf] float32
    reveal_range(between(y, 5))  # [0, inf] float32
    reveal_range(named(y))  # [0.5, inf] float32
    reveal_range(named(y, "floor"))  # [0.5, inf] float32
    reveal_range(named(y, "other"))  # [0, inf] float32
    reveal_range(named(y, unknown))  # [0, inf] float32
    reveal_range(named(y, None, 4))  # [0, inf] float32
    reveal_range(early(y, unknown))  # [0.5, inf] float32
    reveal_range(counted((1, 2)))  # {3} integer
    reveal_range(without(y))  # any value float64
    reveal_range(switched())  # {0} float64
    reveal_range(switched(True))  # {1} float64
    reveal_range(switched(unknown))  # [0, 1] float64
    reveal_range(list(halves(y)))  # [-1, inf] float32
    for half in halves(y):
        reveal_range(half)  # [-1, inf] float32
    for first, second in pairs(y):
        reveal_range(first)  # [0, inf] float32
        reveal_range(second)  # {1} float32
    reveal_range(by_count(y, nothing()))  # [0.5, inf] float32
    reveal_range((lambda t: torch.relu(t))(y))  # [0, inf] float32
