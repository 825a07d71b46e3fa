# Calls that are being typed have no operands yet, and nothing is computed of them.

import torch
import torch.nn.functional as F


def f(x, 3):
    p = torch.sigmoid(x)
    reveal_range(p.where())  # any value float32 takes 0, 1
    reveal_range(torch.subtract(p))  # any value float32 takes nothing
    reveal_range(torch.round())  # any value float32 takes nothing
    reveal_range(torch.diag())  # any value float32 takes nothing
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): F.logsigmoid(x)
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89


def loss(x, y):
    a = torch.sqrt(F.conv2d(x) ** 2 + F.conv2d(y) ** 2)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `F.conv2d(…) ** 2 + F.c…v2d(…) ** 2` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(F.conv2d(x) ** 2 + F.conv2d(y) ** 2, min=1e-10))
    b = torch.sqrt(torch.square(value=2.0) + torch.pow(exponent=2))
    c = torch.log(torch.norm(torch.div(other=x)) + torch.exp(y=x))
    d = torch.log(torch.subtract(other=x)) + torch.log(torch.mul(other=x).sum())
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.subtract(other=x)` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(torch.subtract(other=x), min=1e-10))
    #                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.mul(other=x).sum()` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(torch.mul(other=x).sum(), min=1e-10))
    e = torch.sqrt(torch.abs(y=x) + torch.sum(value=3) + torch.relu(other=y))
    return (a + b + c + d + e).mean()
