"""An angle that is chosen among, of what is passed on, and of a setting; a bound on one side bounds nothing."""

import torch
from torch import nn


class Angles(nn.Module):
    def __init__(self, limit):
        super().__init__()
        self.limit = limit

    def forward(self, u, v):
        c = (u * v).sum(-1)
        return torch.where(c.abs() < 1, torch.acos(c), 0.0)
    #                                   ^^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `c` is not between -1 and 1; mask it first

    def inside(self, u, v):
        c = (u * v).sum(-1)
        return torch.where((c >= -1 + 1e-7) & (c <= 1 - 1e-7), torch.acos(c), 0.0)
    #                                                          ^^^^^^^^^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN unless `c` stays from -1 to 1; mask it first

    def above(self, u, v):
        c = (u * v).sum(-1)
        return torch.where(c >= -1 + 1e-7, torch.acos(c), 0.0)
    #                                      ^^^^^^^^^^^^^ NAN105 information: nothing here shows that `c` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1

    def below(self, u, v):
        c = (u * v).sum(-1)
        return torch.where(c <= 1 - 1e-7, torch.acos(c), 0.0)
    #                                     ^^^^^^^^^^^^^ NAN105 information: nothing here shows that `c` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1

    def setting(self):
        return torch.acos(torch.tensor(self.limit))

    def on_one_side(self, x):
        return torch.acos(x.abs() - 1), torch.acos(1 - x.abs()), torch.acos(torch.sin(x))
    #          ^^^^^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `x.a…1` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1
    #                                   ^^^^^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `1 -…()` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1


def chosen_before(u, v):
    c = (u * v).sum(-1)
    c = torch.where(c.abs() < 1, c, 0.0)
    return torch.where(c.abs() < 1, torch.acos(c), 0.0)


class Passed(nn.Module):
    def forward(self, cosine):
        return torch.acos(cosine).mean()
    #          ^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `cosine` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1


def passed(cosine):
    return torch.acos(cosine)


def of_somebody(x):
    c = somebody(x)
    return torch.acos(c), torch.acos(x.cosine)
    #      ^^^^^^^^^^^^^ NAN105 information: nothing here shows that `c` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1
    #                     ^^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `x.c…ne` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1


class Clamped(nn.Module):
    def forward(self, u, v):
        return torch.acos(torch.clamp((u * v).sum(-1), max=1 - 1e-7))
