# What an object gives when it is called is what its `forward` gives, and an object may have one of its own.

import torch
from torch import nn


class Head(nn.Module):
    def __init__(self, d, tempered):
        super().__init__()
        self.linear = nn.Linear(d, d)
        if tempered:
            self.forward = self.at_a_temperature

    def forward(self, x):
        return torch.softmax(self.linear(x), -1)

    def at_a_temperature(self, x):
        return torch.softmax(self.linear(x) / 2, -1)


class Net(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.head = Head(d, True)

    def forward(self, x):
        return torch.log(self.head(x))
    #          ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.head(x)` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(self.head(x), 1e-10, 1.0))
    # or (unsafe): torch.log(self.head(x) + 1e-8)
    # from: `torch.softmax(self.linear(x) / 2, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `self.head(x)` returned by this call
