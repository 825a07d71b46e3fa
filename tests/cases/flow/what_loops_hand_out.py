"""What a loop hands out: the items of a table, of a list and of what is unpacked, as far as they are known."""

import numpy as np
import torch


def tables(x, y):
    parts = {"a": torch.relu(x), "b": torch.ones(3)}
    for pair in parts.items():
        reveal_range(pair)  # unknown
    for name, part in parts.items():
        reveal_range(part)  # [0, inf] float32
        reveal_range(name)  # unknown
    for part in parts.values():
        reveal_range(part)  # [0, inf] float32
    for name in parts.keys():
        reveal_range(name)  # unknown


def unpacked(x, xs, ys):
    first, second = (torch.relu(x),)
    reveal_range(second)  # unknown
    head, *tail = (torch.relu(x), torch.ones(3))
    reveal_range(tail)  # unknown
    reveal_range(head)  # [0, inf] float32
    # Rows of two lists are not the same.
    one, _ = [torch.relu(each) for each in xs]
    other, _ = [torch.relu(each) for each in ys]
    reveal_range(torch.exp(one - other.max()))  # [0, inf] float32
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `one - other.max()` can be as large as you like: exp overflows to Inf in float32; bound it
    # fixed (unsafe): torch.exp(torch.clamp(one - other.max(), max=30.0))
    # from: `torch.relu(each)` made here, exactly 0 for inputs of 0 or less
    height, width = x.shape
    reveal_range(height)  # [0, inf] integer
    start, *rest = x * 1.0
    start, later, *left = x * 1.0
    reveal_range(torch.exp(torch.stack(rest) - torch.stack(left).max()))  # [0, inf] float32
    for index, *each in zip(xs, ys):
        reveal_range(each)  # unknown
    for *each, index in zip(xs, ys):
        reveal_range(each)  # unknown
    for index, each in enumerate([torch.relu(x)]):
        reveal_range(each)  # [0, inf] float32
        reveal_range(index)  # unknown
    largest, at = torch.max(torch.relu(x), -1)
    reveal_range(largest)  # [0, inf] float32
    largest, at = torch.max(torch.relu(x), torch.ones(2, 3))
    reveal_range(largest)  # [1, inf] float32


def lists(x, more):
    spread = [*more, torch.relu(x)]
    spread.append(torch.relu(x))
    reveal_range(spread)  # unknown
    for index, each in enumerate():
        reveal_range(each)  # unknown
    for each in []:
        reveal_range(each)  # unknown
    filled = []
    filled.append(torch.relu(x))
    filled.extend(torch.ones(3), more)
    filled.append()
    reveal_range(filled)  # [0, inf] float32


class Trainer:
    def __init__(self, other):
        self.losses = []
        self.other = other

    def step(self, x):
        self.losses.append(torch.relu(x))
        # Another object's list.
        self.other.losses.append(torch.full((3,), -5.0))

    def result(self):
        reveal_range(self.losses)  # [0, inf] float32
