"""What breaks and is not told, or more weakly than it is: each of these is -inf or NaN when it runs."""

import torch


class Standardised(torch.nn.Module):
    def __init__(self, width):
        super().__init__()
        self.register_buffer("std", torch.zeros(width))

    def update(self, x):
        self.std = x.std(0)

    def forward(self, x):
        # FIXME: before the first update it is 0 for certain.
        return x / self.std
        #      ^^^^^^^^^^^^ NAN102 information: `self.std` is a standard deviation and can be exactly 0


def half_of_a_softmax(model, x):
    s = model(x)
    # FIXME: it is half of a softmax, which is told without the factor.
    return torch.log(0.5 * torch.exp(s) / torch.exp(s).sum()).mean()


def padded(rows, width):
    out = torch.zeros(len(rows), width)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    # FIXME: what is filled in part is 0 elsewhere.
    return torch.log(out)
