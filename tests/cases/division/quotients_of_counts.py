"""A quotient of two counts has no derivative: what is NaN in it is only a value, and a choice leaves nothing behind."""

import torch
from torch import nn


class Rates(nn.Module):
    def forward(self, p, y, m):
        hits, n = (p.argmax(-1) == y).sum(), (m > 0).sum()
        share = torch.where(n > 0, hits / n, 0.0)
        rate = torch.nan_to_num(hits / n)
        inverse = torch.nan_to_num(1 / n)
        logarithm = torch.nan_to_num(torch.log(n))
        error = torch.nan_to_num(p.sum() / n)
    #                            ^^^^^^^^^^^ NAN202 information: `torch.nan_to_num(p.sum() / n)` repairs the value but leaves the gradient NaN where `n` is 0; mask it first
        called = torch.nan_to_num(torch.div(p.sum(), n))
    #                             ^^^^^^^^^^^^^^^^^^^^^ NAN202 information: `torch.nan_to_num(torch.div(…))` repairs the value but leaves the gradient NaN where `n` is 0; mask it first
        return share * p.sum() + rate + inverse + logarithm + error + called


class Errors(nn.Module):
    def forward(self, p, m):
        n = (m > 0).sum()
        return torch.where(n > 0, p.sum() / n, 0.0)
    #                             ^^^^^^^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
