# A deviation is an exponential or a softplus of an output: exactly 0 for a log-variance that a likelihood keeps far above -104.
# To divide by one, by its square, or to take its root is information. A bound that lets 0 through is a warning, and so is the
# exponential of a log-probability, which training drives as far as it can, a sum of exponentials, and a ReLU.

import torch
import torch.nn.functional as F
from torch import nn


class Policy(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(8, 8)
        self.mean = nn.Linear(8, 2)
        self.scale = nn.Linear(8, 2)
        self.actions = nn.Linear(8, 4)

    def log_prob(self, x, a):
        h = torch.tanh(self.body(x))
        std = torch.exp(self.scale(h))
        #     ^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `self.scale(h)` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
        return -(((a - self.mean(h)) / std) ** 2).sum(-1)
        #         ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `std` is an exponential, exactly 0 for inputs below -104: x / 0 is Inf or NaN; keep it away from 0

    def by_its_square(self, x, a):
        std = F.softplus(self.scale(x))
        return ((a - self.mean(x)) ** 2 / (2 * std**2)).sum(-1)
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(2 * std**2)` can be 0, as a softplus is for inputs below -103: x / 0 is Inf or NaN; keep it away from 0

    def by_its_root(self, x):
        variance = F.softplus(self.scale(x))
        return torch.sqrt(variance) * torch.randn_like(variance)
        #      ^^^^^^^^^^^^^^^^^^^^ NAN301 information: `variance` is a softplus, exactly 0 for inputs below -103: sqrt has an infinite gradient at 0; keep it above 0

    def bounded(self, x, a):
        std = torch.exp(torch.clamp(self.scale(x), -200.0, 2.0))
        return ((a - self.mean(x)) / std).sum(-1)
        #       ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `std` is an exponential, exactly 0 for inputs below -104: x / 0 is Inf or NaN; keep it away from 0

    def weighted(self, x, a):
        log_p = F.log_softmax(self.actions(x), -1).gather(-1, a)
        return 1 / torch.exp(log_p)
        #      ^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.exp(log_p)` is an exponential and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0

    def shared(self, x):
        e = torch.exp(self.actions(x))
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `self.actions(x)` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
        return (e / e.sum(-1, keepdim=True)).sum()
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `e.sum(-1, keepdim=True)` can be 0, as an exponential can: x / 0 is Inf or NaN; keep it away from 0

    def cut_off(self, x, a):
        return ((a - self.mean(x)) / torch.relu(self.scale(x))).sum(-1)
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.relu(…)` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
