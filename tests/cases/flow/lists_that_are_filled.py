"""What a loop appends to a list is in the list wherever it is read: by an index, stacked, run over, in another method."""

import torch
from torch import nn


def by_an_index(xs):
    probs = []
    for x in xs:
        probs.append(torch.softmax(x, -1))
    return torch.log(probs[0])
    #      ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `probs[0]` is a softmax, exactly 0 once a logit trails the largest by 104


def run_over(xs):
    probs = []
    for x in xs:
        probs.append(torch.softmax(x, -1))
    return sum(torch.log(p) for p in probs)
    #          ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104


def stacked(xs):
    probs = []
    for x in xs:
        probs.append(torch.softmax(x, -1))
    return torch.log(torch.stack(probs))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.stack(probs)` can be 0, as a softmax can


def in_lists_of_lists(xs):
    rows = []
    for x in xs:
        row = []
        for y in x:
            row.append(torch.sigmoid(y))
        rows.append(torch.stack(row))
    return torch.log(torch.stack(rows))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.stack(rows)` can be 0, as a sigmoid is for inputs below -89


def extended(xs):
    probs = []
    probs.extend(torch.sigmoid(x) for x in xs)
    probs.extend([torch.sigmoid(xs)])
    return torch.log(torch.cat(probs))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.cat(probs)` can be 0, as a sigmoid is for inputs below -89


class Policy(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(4, 2)
        self.probs = []

    def forward(self, x):
        p = torch.softmax(self.head(x), -1)
        self.probs.append(p)
        return p

    def loss(self, returns):
        return -sum((torch.log(p) * r).sum() for p, r in zip(self.probs, returns))
        #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104


class Other:
    def __init__(self):
        self.probs = []

    def read(self):
        reveal_range(self.probs[0])  # unknown


def of_another_function(xs):
    probs = []
    by_an_index(xs)
    reveal_range(probs[0])  # unknown


def floored(xs):
    probs = []
    for x in xs:
        probs.append(torch.softmax(x, -1).clamp(min=1e-6))
    return torch.log(torch.stack(probs))


def one_of_them_floored(xs, y):
    probs = [y.sigmoid()]
    for x in xs:
        probs.append(torch.softmax(x, -1) + 1e-6)
    reveal_range(torch.stack(probs))  # [0, 1.00000095] float32
    return torch.log(torch.cat(probs))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.cat(probs)` can be 0, as a sigmoid is for inputs below -89


def of_something_else(xs, y):
    seen = []
    for x in xs:
        seen.append((x, y))
        seen.append(y)
    reveal_range(seen[0])  # unknown
