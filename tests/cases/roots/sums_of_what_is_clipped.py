"""That all of what is summed is clipped is possible, and no more; that one element is, is what a clip is for."""

import torch


def summed(x):
    y = torch.sqrt(torch.clamp(x, min=0).sum(-1))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `torch.clamp(x, min=0).sum(-1)` can be 0 where all that it sums is clipped: sqrt has an infinite gradient at 0
    y.mean().backward()


def of_each(x):
    y = torch.sqrt(torch.clamp(x, min=0))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `torch.clamp(x, min=0)` can be 0: sqrt has an infinite gradient at 0 (before PyTorch 2.14); keep it above 0
    y.mean().backward()
