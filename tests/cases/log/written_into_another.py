"""A logarithm that stands for itself is written somewhere: what is dropped is what a logger is told."""

import torch


def in_torch(x: torch.Tensor, run):
    torch.log(x, out=x)
#   ^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0: log(0) is -inf
    run.log()
    return x
