"""A list of a range is what the range is, and a list of a tensor takes the values of the tensor."""

import torch


def steps(x, n):
    reveal_range(list(torch.sigmoid(x)))  # [0, 1] float32
    reveal_range(list(range(5)))  # [0, 5] integer
    reveal_range(list((0.5, 1.0)))  # not a number
    for step in list(range(1, 5)):
        reveal_range(step)  # [1, 5] integer
