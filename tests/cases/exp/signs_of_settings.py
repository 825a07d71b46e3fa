"""A setting has the sign of its default, as far as anybody knows: what a temperature of 2 keeps below 0 never overflows."""

import torch
from torch import nn


def uniformity(x, t=2):
    return torch.pdist(x, p=2).pow(2).mul(-t).exp().mean().log()


def by_operators(x, t=2.0):
    return torch.log(torch.exp(-t * torch.cdist(x, x) ** 2).mean(1))


def by_a_quotient(x, t=2.0):
    return torch.log(torch.exp(-(x**2).sum(-1) / t).sum())


def of_the_other_sign(x, t=-2):
    return torch.pdist(x, p=2).pow(2).mul(-t).exp().mean().log()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a logsumexp written out by hand: where `torch.pdist(…).exp()` overflows, it is Inf; use PyTorch's own
    # fixed: nothing


def growing(x, t=2.0):
    return torch.log(torch.exp((x**2).sum(-1) / t).sum())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a logsumexp written out by hand: where `torch.exp(…)` overflows, it is Inf; use PyTorch's own
    # fixed: nothing


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 8)

    def forward(self, x):
        return self.fc(x)


def step(net, opt, x):
    opt.zero_grad()
    net(x).square().mean().backward()
    opt.step()
