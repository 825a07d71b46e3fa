# A hook runs in the backward pass, and gives the gradient that goes on: of what it computes nobody takes another one.

import torch
from torch import nn


def rescaled(module, inputs, outputs, grad_input, grad_output, eps=1e-10):
    delta = inputs - module.baseline
    return torch.where(abs(delta) < eps, grad_input, grad_output / delta)


def to_length_1(g):
    n = g.norm(dim=-1, keepdim=True)
    return torch.where(n == 0, g, g / n)


def train(model, x):
    h = model(x)
    h.register_hook(to_length_1)
    h.sum().backward()


class Registered(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 3)
        self.fc.register_full_backward_hook(self._scaled)

    def _scaled(self, module, before, after):
        g = after[0]
        n = g.norm(dim=-1, keepdim=True)
        return (torch.where(n == 0, g, g / n),)

    def forward(self, x):
        return self.fc(x)


class Forward(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 3)
        self.fc.register_forward_hook(self._normalized)

    def _normalized(self, module, before, after):
        n = after.norm(dim=-1, keepdim=True)
        return torch.where(n == 0, after, after / n)
        #                                 ^^^^^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN where `n` is 0; mask it first

    def forward(self, x):
        return self.fc(x)
