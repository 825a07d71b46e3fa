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
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `var + self.eps` masks nothing, because 1e-12 is 0 in float16: where the rest is 0, a division by 0 is Inf

    def root_mean_square(self, x):
        h = x.half()
        return h * torch.rsqrt(h.pow(2).mean(-1, keepdim=True) + 1e-12)
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `h.pow(2).mean(-1, keepdim=True) + 1e-12` masks nothing, because 1e-12 is 0 in float16: where the rest is 0

    def in_single(self, x):
        h = x.float()
        return h * torch.rsqrt(h.pow(2).mean(-1, keepdim=True) + self.eps)

    def large_enough(self, x):
        h = x.half()
        return h * torch.rsqrt(h.pow(2).mean(-1, keepdim=True) + 1e-5)
