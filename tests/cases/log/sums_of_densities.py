# A sum of densities is 0 where all of them underflow; of one that has something beside them nothing is told.

import torch
import torch.nn.functional as F


def loss(x, a, b):
    weighted = torch.log((F.softplus(a) * torch.exp(x)).sum(-1))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(…).sum(…)` can be 0, as a softplus is for inputs below -103: log(0) is -inf; keep it above 0
    # fixed (unsafe): torch.log(torch.clamp((F.softplus(a) * torch.exp(x)).sum(-1), min=1e-10))
    # or (unsafe): torch.log((F.softplus(a) * torch.exp(x)).sum(-1) + 1e-8)
    averaged = torch.log((F.softplus(b) * (torch.exp(x).float() * F.softplus(a))).mean(-1).double())
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(…).mean(…).double()` can be 0, as a softplus is for inputs below -103: log(0) is -inf; keep it above 0
    # fixed (unsafe): torch.log(torch.clamp((F.softplus(b) * (torch.exp(x).float() * F.softplus(a))).mean(-1).double(), min=1e-10))
    # or (unsafe): torch.log((F.softplus(b) * (torch.exp(x).float() * F.softplus(a))).mean(-1).double() + 1e-8)
    beside = torch.log((F.softplus(a) + (torch.exp(x) * torch.exp(b))).mean(-1))
    return weighted + averaged + beside


class Mixture(torch.nn.Module):
    def __init__(self, n):
        super().__init__()
        self.weights = torch.nn.Sequential(torch.nn.Linear(4, n), torch.nn.Softmax(dim=1))
        self.centres, self.log_widths = torch.nn.Linear(4, n), torch.nn.Linear(4, n)

    def forward(self, x):
        return self.weights(x), self.centres(x), torch.exp(self.log_widths(x).clamp(-5.0, 5.0))


def density(widths, centres, y):
    each = torch.exp(-0.5 * ((y - centres) / widths) ** 2) / widths
    return torch.prod(each, 2)


def nll(weights, centres, widths, y):
    return -torch.log(torch.sum(weights * density(widths, centres, y), dim=1)).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.sum(weights * density(…), dim=1)` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(torch.sum(weights * density(widths, centres, y), dim=1), min=1e-10))


def train(model: Mixture, batches):
    return sum(nll(*model(x), y) for x, y in batches)
