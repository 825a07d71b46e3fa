"""An infinity makes NaN of 0 in a product alone, and of another infinity in a sum: beside anything else it stays one.

What Python computes with and what is chosen may be 0 as well, and nothing says so.
"""

import math

import numpy as np
import torch
import torch.nn.functional as F


def ratio(z, hidden, old):
    log_p = F.log_softmax(z.masked_fill(hidden, -math.inf), -1)
    return torch.exp(log_p - old)
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `log_p - old` small enough: exp overflows to Inf in float32
    # fixed (unsafe): torch.exp(torch.clamp(log_p - old, max=30.0))


def scaled(n, scale):
    return torch.full((n, n), -math.inf) * float(scale)


def chosen(hidden, a, b):
    return torch.where(hidden, a, b) * -math.inf


def complement_by_name(scores: torch.Tensor, mask: torch.Tensor):
    hidden = 1.0 - mask
    return scores + hidden * -math.inf
    #               ^^^^^^^^^^^^^^^^^^ NAN107 warning: `-math.inf` is -inf: where `hidden` is 0 the product is 0 * Inf, NaN; use a finite mask
    # fixed (unsafe): hidden * -1e9


def added(x):
    return torch.add(torch.relu(x), -math.inf), torch.relu(x).sub(math.inf)


def one_limit(scores: torch.Tensor, padding: torch.Tensor):
    low = torch.finfo(scores.dtype).min
    hidden = (1.0 - padding) * low
    return scores + hidden, hidden + scores, hidden + torch.relu(scores) * low * 0.5, hidden * low


def of_arrays(hidden: np.ndarray, n: int):
    return hidden * -np.inf, np.zeros(n) * np.inf


def collected(found: set, mask):
    found.add(1e5)
    return torch.mul(mask), torch.mul(mask, out=mask), multiply(mask), multiply([mask, -math.inf]), mask.mul()
