"""A parameter that an initializer sets to 0 is a divisor of 0 in the first step, and so is its norm."""

import torch
from torch import nn


class Directions(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.v = nn.Parameter(torch.empty(outputs, inputs))
        self.w = nn.Parameter(torch.empty(outputs, inputs))
        self.u = nn.Parameter(torch.empty(outputs, inputs))
        self.t = torch.empty(outputs, inputs)
        self.reset()

    def reset(self):
        nn.init.zeros_(self.v)
        nn.init.zeros_(self.w)
        nn.init.normal_(self.w)
        nn.init.zeros_(self.u.data)
        self.u.data.uniform_(-1, 1)
        nn.init.zeros_(self.t)

    @property
    def weight(self):
        return self.v / self.v.norm(dim=1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `self.v.norm(…)` is a norm, exactly 0 before the first step

    def others(self):
        return self.w / self.w.norm(dim=1, keepdim=True), self.u / self.u.norm(dim=1, keepdim=True)

    def forward(self, x):
        return nn.functional.linear(x, self.weight)
