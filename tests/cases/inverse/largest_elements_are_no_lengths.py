# What is divided by the largest elements of two vectors is no cosine, though it is written like one.

import torch


class Compared(torch.nn.Module):
    def forward(self, a, b):
        by_largest = (a * b).sum(-1) / torch.sqrt((a**2).amax(-1) * (b**2).amax(-1))
        return torch.acos(by_largest)
        #      ^^^^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `by_…st` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1
        # fixed: torch.acos(torch.clamp(by_largest, -0.9999999, 0.9999999))

    def by_lengths(self, a, b):
        by_length = (a * b).sum(-1) / torch.sqrt((a**2).sum(-1) * (b**2).sum(-1))
        #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt(…)` is a product of norms and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed (unsafe): (a * b).sum(-1) / torch.sqrt(torch.clamp((a**2).sum(-1) * (b**2).sum(-1), min=1e-12))
        return torch.acos(by_length)
        #      ^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `by_length` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1; keep it between them
        # fixed: torch.acos(torch.clamp(by_length, -0.9999999, 0.9999999))
