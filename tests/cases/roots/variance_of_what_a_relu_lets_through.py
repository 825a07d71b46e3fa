# A variance from squares is 0 where a ReLU lets nothing through, and below 0 by rounding where it lets everything.

import torch
import torch.nn.functional as F


def spread(x):
    x = torch.relu(x)
    mean = x.mean(1)
    return torch.sqrt((x * x).mean(1) - mean**2 + 1e-7)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `(…).mean(…) - mea…*2 + 1e-7` can be below 0, as a difference of squares can: sqrt(-1) is NaN
    # fixed: torch.sqrt(torch.clamp((x * x).mean(1) - mean**2 + 1e-7, min=1e-10))


def normalised(x):
    x = F.relu(x)
    mean = x.mean(0)
    variance = x.pow(2).mean(0) - mean.pow(2)
    return (x - mean) * torch.rsqrt(variance + 1e-5)
    #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `variance + 1e-5` can be below 0, as a difference of squares can: rsqrt(-1) is NaN
    # fixed: torch.rsqrt(torch.clamp(variance + 1e-5, min=1e-10))


def kept(x):
    x = torch.relu(x)
    variance = (x * x).mean(1) - x.mean(1) ** 2
    return torch.sqrt(torch.clamp(variance, min=1e-6))


def of_what_is_bounded(x):
    x = torch.sigmoid(x)
    return torch.sqrt((x * x).mean(1) - x.mean(1) ** 2 + 1e-5)


def by_the_framework(x):
    return torch.sqrt(torch.relu(x).var(1, unbiased=False) + 1e-7)
