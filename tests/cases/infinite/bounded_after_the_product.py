"""The larger of NaN and a bound is NaN: a bound comes too late for 0 * inf, in time for the sum of two limits."""

import math

import torch


def bounded(padding: torch.Tensor, low):
    hidden = 1.0 - padding
    return torch.maximum(hidden * -math.inf, low), (hidden * -math.inf).clamp(min=-1e4)
    #                    ^^^^^^^^^^^^^^^^^^ NAN107 warning: `-math.inf` is -inf: where `hidden` is 0 the product is 0 * Inf, NaN; use a finite mask
    # fixed (unsafe): hidden * -1e9
    #                                               ^^^^^^^^^^^^^^^^^^ NAN107 warning: `-math.inf` is -inf: where `hidden` is 0 the product is 0 * Inf, NaN; use a finite mask
    # fixed (unsafe): hidden * -1e9


def sum_of_limits(scores: torch.Tensor, causal: torch.Tensor, padding: torch.Tensor):
    low = torch.finfo(scores.dtype).min
    bias = torch.maximum((1.0 - causal) * low + (1.0 - padding) * low, torch.tensor(low))
    return torch.softmax(scores + bias, -1)
