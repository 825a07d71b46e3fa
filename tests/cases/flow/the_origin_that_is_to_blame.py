# Of several origins of a value the chain tells the one that is to blame, whichever comes first, and none that is not.

import torch
import torch.nn.functional as F


def nll(x, scale):
    return torch.log(scale) + (x / 2) ** 2
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `scale` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(scale, min=1e-10))
    # or (unsafe): torch.log(scale + 1e-8)
    # from: `torch.sigmoid(raw)` made here, exactly 0 in float32 for inputs below -89
    # from: `narrow` passed as `scale` here


def both(x, raw):
    wide = torch.exp(raw.clamp(-3.0, 3.0))
    narrow = torch.sigmoid(raw)
    return nll(x, wide) + nll(x, narrow)


class Head(torch.nn.Module):
    def __init__(self, kind):
        super().__init__()
        self.linear = torch.nn.Linear(8, 1)
        self.kind = kind

    def scale(self, x):
        if self.kind == "bounded":
            return 2.0 + torch.tanh(self.linear(x))
        if self.kind == "plus":
            return F.softplus(self.linear(x))
        return F.softplus(self.linear(x)) + 1e-3

    def forward(self, x):
        s = self.scale(x)
        return torch.log(s)
        #      ^^^^^^^^^^^^ NAN101 warning: `s` can be 0, as a softplus is for inputs below -103: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(s, min=1e-10))
        # or (unsafe): torch.log(s + 1e-8)
        # from: `F.softplus(self.linear(x))` made here, exactly 0 in float32 for inputs below -103
        # from: `self.scale(x)` returned by this call


def operands(x, y):
    gate = torch.sigmoid(x)
    weights = torch.relu(y)
    product = (gate + 1.0) * weights
    return torch.log(product)
    #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `product` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(product, min=1e-10))
    # or (unsafe): torch.log(product + 1e-8)
    # from: `torch.relu(y)` made here, exactly 0 for inputs of 0 or less
    # from: `product = (gate + 1.0) * weights` goes into `product` here
