"""An exponent that is shifted by its largest element and then scaled overflows as little as one that is only shifted."""

import torch


def by_rows(x):
    scaled = 3.0 * (x - x.max(-1, keepdim=True).values)
    weights = torch.exp(scaled)
    return weights / weights.sum(-1, keepdim=True)


def with_temperature(x, tau):
    weights = torch.exp((x - x.max(-1, keepdim=True).values) / tau)
    return weights / weights.sum(-1, keepdim=True)


def summed(x):
    shifted = 3.0 * (x - x.max())
    return torch.log(torch.exp(shifted).sum())


def not_shifted(x, tau):
    weights = torch.exp(x / tau)
    return weights / weights.sum(-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `torch.exp(x / tau)` overflows, it is NaN; use PyTorch's own
