# An exponent that is trained is soon no whole number: what it is taken of must not be negative, though 3.0 may begin.

import torch
from torch import nn


class GeM(nn.Module):
    def __init__(self, p=3.0):
        super().__init__()
        self.p = nn.Parameter(torch.ones(1) * p)

    def forward(self, x):
        return x.pow(self.p).mean((-2, -1)).pow(1.0 / self.p)
        #      ^^^^^^^^^^^^^ NAN103 information: nothing here shows that `x` stays at least 0: below it a power is NaN, once its exponent is trained
        # fixed (unsafe): x.clamp(min=1e-10).pow(self.p)

    def by_an_operator(self, x):
        return (x**self.p).mean((-2, -1))
        #       ^^^^^^^^^ NAN103 information: nothing here shows that `x` stays at least 0: below it a power is NaN, once its exponent is trained
        # fixed (unsafe): x.clamp(min=1e-10)**self.p

    def of_a_function(self, x):
        return torch.pow(x, self.p).mean((-2, -1))
        #      ^^^^^^^^^^^^^^^^^^^^ NAN103 information: nothing here shows that `x` stays at least 0: below it a power is NaN, once its exponent is trained
        # fixed (unsafe): torch.pow(torch.clamp(x, min=1e-10), self.p)

    def masked(self, x):
        return x.clamp(min=1e-6).pow(self.p).mean((-2, -1))

    def of_features(self, x):
        return torch.relu(x).pow(self.p).mean((-2, -1))

    def looked_at(self, x):
        with torch.no_grad():
            return x**self.p


class Known(nn.Module):
    def __init__(self, n=3):
        super().__init__()
        self.n = n
        self.register_buffer("t", torch.arange(10).float())

    def forward(self, x):
        return x**self.n + x**self.t + torch.pow(x, 3)


def discounted(gamma, steps):
    return gamma ** torch.arange(steps)
