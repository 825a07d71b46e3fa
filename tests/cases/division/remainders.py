"""A remainder is no larger than either of its operands; of what can be infinite it is NaN."""

import torch


def remainders(x):
    p = torch.sigmoid(x)
    reveal_range(torch.fmod(p, 2.0))  # [0, 1] float32
    reveal_range(torch.fmod(torch.clamp(x, max=1.0), 2.0))  # [-2, 1] float32 or NaN
    reveal_range(torch.fmod(torch.clamp(x, min=-1.0), 2.0))  # [-1, 2] float32 or NaN
    reveal_range(torch.fmod(p, torch.tanh(x)))  # [0, 1] float32 or NaN
