"""A term whose default is positive is a mask, by itself, by an attribute, or times what cannot be 0; one of 0 is none."""

import torch


def length(x):
    return torch.log(len(x)), torch.log(int(x))


def given(x, eps=1e-3, off=0.0):
    return torch.log(x + eps), torch.log(x + off), torch.log(x + eps + off), torch.log(x - eps)
    #                          ^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x + off` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(x + off, min=1e-10))
    #                                                                        ^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x - eps` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(x - eps, min=1e-10))


def scaled(x, scale=2.0):
    return torch.log(x + scale * 3), torch.log(x + scale * x.mean()), torch.log(x + scale * x.sigmoid())
    #                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x + scale * x.mean()` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(x + scale * x.mean(), min=1e-10))
    #                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x + scale * x.sigmoid()` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(x + scale * x.sigmoid(), min=1e-10))


class Module(torch.nn.Module):
    def __init__(self, eps=1e-3, off=0.0):
        super().__init__()
        self.eps = eps
        self.off = off
        self.fixed = 1e-3
        self.other = eps
        self.other = off

    def forward(self, x):
        return torch.log(x + self.eps), torch.log(x + self.off), torch.log(x + self.fixed)
        #                               ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x + self.off` stays above 0: log(0) is -inf
        # fixed: torch.log(torch.clamp(x + self.off, min=1e-10))

    def step(self, x):
        return torch.log(x + self.other), torch.log(x + self.missing)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x + self.other` stays above 0: log(0) is -inf
        # fixed: torch.log(torch.clamp(x + self.other, min=1e-10))
        #                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x + self.missing` stays above 0: log(0) is -inf
        # fixed: torch.log(torch.clamp(x + self.missing, min=1e-10))
