"""An epsilon behind a logarithm mends nothing, and need not: a sampler takes -inf for what is never drawn, and a comparison
takes it as it is."""

import torch


def drawn(x):
    p = torch.softmax(x, dim=-1)
    return torch.distributions.Categorical(logits=torch.log(p) + 1e-8).sample()


def compared(x):
    p = torch.softmax(x, dim=-1)
    return torch.log(p) + 1e-6 > -3


def used(x):
    p = torch.softmax(x, dim=-1)
    return torch.log(p) + 1e-6
    #      ^^^^^^^^^^^^ NAN202 warning: the epsilon of `torch.log(p) + 1e-6` comes too late: log(0) is -inf; add it to the operand


def near(x):
    d = torch.cdist(x, x)
    # FIXME: the diagonal is filled, and a distance of PyTorch's own gives nothing back of equal points: this is finite
    near = 1 / d + 1e-6
    #      ^^^^^ NAN202 warning: the epsilon of `1 / d + 1e-6` comes too late: x / 0 is Inf or NaN; add it to the operand
    near.fill_diagonal_(0)
    return near
