"""Of each with each a sum is 0 for what is left out, and not for the diagonal alone; batches add axes of their own."""

import torch


def left_out(x, y):
    d = (x[:, None] - x[None]).abs()
    reveal_range(d.sum())  # [0, inf] float32 takes nothing
    reveal_range(torch.where(y > 0, d, 0.0).sum())  # [0, inf] float32 takes 0
    reveal_range((torch.where(y > 0, 0.0, 1.0) * d).sum())  # [0, inf] float32 takes 0


def of_batches(x):
    reveal_range(x.unsqueeze(0).unsqueeze(2) - x.unsqueeze(0).unsqueeze(1))  # any value float32 takes 0
    reveal_range(x.unsqueeze(0).unsqueeze(2) - x.unsqueeze(0).unsqueeze(2))  # any value float32 takes nothing
