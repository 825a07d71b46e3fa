"""What a comparison speaks of may stand in parentheses: they change nothing of what it says."""

import torch


def scaled(x):
    if (x.max() - x.min()) > 0:
        return x / (x.max() - x.min())
    return x


def left_before(x, y):
    n = torch.relu(y).sum()
    if 0 == (n):
        return x
    return x / n


def selected(x):
    n = torch.relu(x)
    return torch.log(n[(n) > 0]), torch.where(torch.gt((n), 0), 1.0 / torch.where((n) > 0, n, 1.0), 0.0)


def by_its_name(x):
    some = (torch.relu(x).sum(-1)) > 0
    return 1.0 / torch.relu(x).sum(-1)[some]


def of_something_else(x, y):
    n = torch.relu(x).sum()
    if (n + y) > 0:
        return y / n
    #          ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: y / n.clamp(min=1e-7)
    # or (unsafe): y / (n + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    return y
