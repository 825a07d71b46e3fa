"""`(exp(x) - exp(-x)) / (exp(x) + exp(-x))` is a hyperbolic tangent, which reaches 1 and -1; of one exponential it is none."""

import torch


def of_two(x):
    t = (torch.exp(x) - torch.exp(-x)) / (torch.exp(x) + torch.exp(-x))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a tanh written out by hand: where `torch.exp(x)` overflows, it is NaN; use PyTorch's own
    # fixed: torch.tanh(x)
    return torch.log(1 - t)
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `1 - t` can be 0 where a tanh is exactly 1 (for inputs above 9): log(0) is -inf; keep it above 0
    # fixed: nothing
    # from: `(torch.exp(x) - torch.exp(-x)) / (torch.exp(x) + torch.exp(-x))` made here, exactly 1 in float32 for inputs above 9


def of_one(x):
    e = torch.exp(x)
    t = (e - e.T) / (e + e.T)
    return torch.log(1 - t)
    #      ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `1 - t` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(1 - t, min=1e-10))


def of_three(x, y):
    t = (torch.exp(x) - torch.exp(-x)) / (torch.exp(x) + torch.exp(y))
    return torch.log(1 - t)
    #      ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `1 - t` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(1 - t, min=1e-10))
