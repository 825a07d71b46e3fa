"""A result is filled by a statement of its own, in place; what only picks of it fills nothing."""

import torch
from torch import nn


class Picked(nn.Module):
    def forward(self, x):
        y = torch.log(x)
    #       ^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0: log(0) is -inf
        z = y[x > 0]
        return z.sum()


class Filled(nn.Module):
    def forward(self, x):
        y = torch.log(x)
    #       ^^^^^^^^^^^^ NAN302 information: `y[x <= 0] = 0` masks the value but leaves the gradient NaN where `x` is 0 or less; mask it first
        y[x <= 0] = 0
        return y.sum()


class FilledInPlace(nn.Module):
    def forward(self, x):
        y = torch.log(x)
    #       ^^^^^^^^^^^^ NAN302 information: `y.masked_fill_(x <= 0, 0)` masks the value but leaves the gradient NaN where `x` is 0 or less; mask it first
        y.masked_fill_(x <= 0, 0)
        return y.sum()


class AsksOfIt(nn.Module):
    def forward(self, x, table):
        y = torch.log(x)
    #       ^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0: log(0) is -inf
        table[y] = 0
        return y.sum() + table.sum()


def where_it_is_not_itself(x: torch.Tensor, y: torch.Tensor):
    one, other = torch.relu(x), torch.relu(y)
    share = one / (one + other)
    share[share != share] = 0
    return share.detach()


def where_it_is_infinite(x: torch.Tensor):
    inverse = torch.rsqrt(torch.relu(x))
    inverse[inverse == float("inf")] = 0
    return inverse.detach()


def where_it_is_large(x: torch.Tensor):
    inverse = torch.rsqrt(torch.relu(x))
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `torch.relu(x)` is a ReLU, exactly 0 for inputs of 0 or less: rsqrt(0) is Inf; keep it above 0
    inverse[inverse == 1e4] = 0
    return inverse.detach()


def where_it_is_at_a_limit(x: torch.Tensor, limit):
    inverse = torch.rsqrt(torch.relu(x))
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `torch.relu(x)` is a ReLU, exactly 0 for inputs of 0 or less: rsqrt(0) is Inf; keep it above 0
    inverse[inverse == limit] = 0
    return inverse.detach()


class ChangedInPlace(nn.Module):
    def forward(self, x):
        y = torch.log(x)
    #       ^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0: log(0) is -inf
        y.clamp_(x, 1)
        return y.sum()


class FilledElsewhere(nn.Module):
    def forward(self, x):
        y = torch.log(x)
    #       ^^^^^^^^^^^^ NAN302 information: `y.masked_fill_(x <= 0, 0)` masks the value but leaves the gradient NaN where `x` is 0 or less; mask it first
        z = y.masked_fill_(x <= 0, 0)
        return z.sum()


class Renamed(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(4, 1)

    def forward(self, x):
        y = torch.log(torch.softmax(self.head(x), -1))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN202 warning: `….nan_to_num(…)` repairs the value but leaves the gradient NaN where `torch.softmax(…)` is 0; mask it first
        z = y
        return torch.nan_to_num(z)

    def root(self, x):
        return torch.nan_to_num(torch.sqrt(self.head(x)))
    #                           ^^^^^^^^^^^^^^^^^^^^^^^^ NAN202 warning: `….nan_to_num(…)` repairs the value but leaves the gradient NaN where `self.head(x)` is below 0; mask it first

    def at_least(self, x, low: torch.Tensor):
        return torch.maximum(torch.log(torch.softmax(self.head(x), -1)), low)
    #                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(self.head(x), -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0

    def at_least_so_much(self, x):
        return torch.maximum(torch.log(torch.softmax(self.head(x), -1)), torch.tensor(-100.0))
    #                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN202 warning: `torch.maximum(…)` repairs the value but leaves the gradient NaN where `torch.softmax(…)` is 0; mask it first

    def added(self, x):
        return torch.log(torch.relu(self.head(x))) + 1e-8
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN202 warning: the epsilon of `torch.log(torch.relu(…)) + 1e-8` comes too late: log(0) is -inf; add it to the operand
