"""However a parameter is filled with 0 before the first step, it is 0 then."""

import torch
from torch import nn


class Scales(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Parameter(torch.empty(3))
        self.b = nn.Parameter(torch.empty(3))
        self.c = nn.Parameter(torch.empty(3))
        self.d = nn.Parameter(torch.empty(3))
        self.e = nn.Parameter(torch.empty(3))
        nn.init.constant_(self.a, 0.0)
        self.b.data.zero_()
        self.c.data.fill_(0)
        nn.init.constant_(self.d, 0.5)
        nn.init.zeros_(self.e)
        nn.init.uniform_(self.e, 0.1, 1.0)

    def forward(self, x):
        return x / self.a + x / self.b + x / self.c + x / self.d + x / self.e
        #      ^^^^^^^^^^ NAN102 warning: `self.a` is a variable that starts at 0 and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        #                   ^^^^^^^^^^ NAN102 warning: `self.b` is a variable that starts at 0 and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        #                                ^^^^^^^^^^ NAN102 warning: `self.c` is a variable that starts at 0 and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
