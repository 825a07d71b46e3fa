"""An epsilon that is 0 in float16 masks nothing, and who adds it to what is never negative knows that 0 occurs."""

import torch
from torch import nn


class HalfNorm(nn.Module):
    def __init__(self, eps=1e-12):
        super().__init__()
        self.eps = eps

    def layer(self, x):
        h = x.half()
        mean = h.mean(-1, keepdim=True)
        var = (h - mean).pow(2).mean(-1, keepdim=True)
        return (h - mean) / torch.sqrt(var + self.eps)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `var + self.eps` masks nothing: 1e-12 is 0 in float16, and x / 0 is Inf or NaN; take a larger one

    def root_mean_square(self, x):
        h = x.half()
        return h * torch.rsqrt(h.pow(2).mean(-1, keepdim=True) + 1e-12)
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `h.pow(…).mean(…) + 1e-12` masks nothing: 1e-12 is 0 in float16, and rsqrt(0) is Inf; take a larger one

    def in_single(self, x):
        h = x.float()
        return h * torch.rsqrt(h.pow(2).mean(-1, keepdim=True) + self.eps)

    def large_enough(self, x):
        h = x.half()
        return h * torch.rsqrt(h.pow(2).mean(-1, keepdim=True) + 1e-5)
