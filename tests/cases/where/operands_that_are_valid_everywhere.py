"""What is chosen among is valid wherever its operand is: whichever condition chooses, no gradient is NaN."""

import torch


def loss_of_sizes(x, y, mask):
    sizes = torch.log(1.0 + x * x)
    loss = torch.where(mask, sizes, torch.zeros_like(x)).mean()
    loss.backward()
    return loss
