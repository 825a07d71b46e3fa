"""The smaller of inf and a number is the number, and the larger one is inf; of -inf it is the other way round."""

import torch
import torch.nn.functional as F


@torch.no_grad()
def bounded_from_above(x):
    degree = F.relu(x)
    return torch.minimum(torch.rsqrt(degree), torch.tensor(1.0))


@torch.no_grad()
def bounded_from_below(x):
    degree = F.relu(x)
    return torch.maximum(torch.rsqrt(degree), torch.tensor(1.0))
    #                    ^^^^^^^^^^^^^^^^^^^ NAN103 warning: `degree` is a ReLU, exactly 0 for inputs of 0 or less: rsqrt(0) is Inf; keep it above 0
    # fixed: torch.rsqrt(torch.clamp(degree, min=1e-10))
    # or (unsafe): torch.rsqrt(degree + 1e-8)
    # from: `F.relu(x)` made here, exactly 0 for inputs of 0 or less


def trained(x):
    # The derivative of a ReLU is 0 where NaN arrives.
    degree = F.relu(x)
    return torch.minimum(torch.rsqrt(degree), torch.tensor(1.0)).sum().backward()


def trained_through_what_stops_nothing(x):
    return torch.minimum(torch.rsqrt(x.abs() * torch.relu(x)), torch.tensor(1.0)).sum().backward()
    #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN202 warning: `torch.minimum(…)` repairs the value but leaves the gradient NaN where `x.abs() *…lu(…)` is 0; mask it first
    # fixed: torch.rsqrt(torch.clamp(x.abs() * torch.relu(x), min=1e-10))
    # or (unsafe): torch.rsqrt(x.abs() * torch.relu(x) + 1e-8)


@torch.no_grad()
def bounded_by_another(x, y):
    degree = F.relu(x)
    return torch.minimum(torch.rsqrt(degree), y)
    #                    ^^^^^^^^^^^^^^^^^^^ NAN103 warning: `degree` is a ReLU, exactly 0 for inputs of 0 or less: rsqrt(0) is Inf; keep it above 0
    # fixed: torch.rsqrt(torch.clamp(degree, min=1e-10))
    # or (unsafe): torch.rsqrt(degree + 1e-8)
    # from: `F.relu(x)` made here, exactly 0 for inputs of 0 or less


@torch.no_grad()
def log_bounded(x):
    p = torch.softmax(x, -1)
    return torch.maximum(torch.log(p), torch.tensor(-100.0)), torch.minimum(torch.log(p), torch.tensor(-100.0))
    #                                                                       ^^^^^^^^^^^^ NAN101 information: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
