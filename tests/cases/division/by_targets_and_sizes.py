"""What a loss divides by is told where somebody trains on it, and not where a choice leaves it out or a setting is meant."""

import torch


def relative_loss(y, p):
    return ((y - p).abs() / y).mean()
    #       ^^^^^^^^^^^^^^^^^ NAN102 information: `y` can be 0 where the target of the error is 0: x / 0 is Inf or NaN; keep it away from 0


@torch.no_grad()
def relative_loss_to_look_at(y, p):
    return ((y - p).abs() / y).mean()


def relative_loss_of_some(y, p):
    return torch.where(y != 0, (y - p).abs() / y, 0.0).mean()
    #                          ^^^^^^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `y` is 0; mask it first


def scaled(x):
    return x / x.abs().max()
    #      ^^^^^^^^^^^^^^^^^ NAN102 information: `x.abs().max()` can be 0 where all elements are 0: x / 0 is Inf or NaN; keep it away from 0


def rows(x):
    return x / x.abs().sum(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `x.abs().sum(…)` can be 0 where all elements are 0: x / 0 is Inf or NaN; keep it away from 0


class TargetLoss(torch.nn.Module):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def forward(self, p):
        target = torch.tensor(self.target)
        return ((target - p).abs() / target).mean()
