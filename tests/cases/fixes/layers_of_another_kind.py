"""The twin of a layer is offered where it computes the same for certain: nothing else is told, of the same framework."""

import tensorflow as tf
import torch
from torch import nn

try:
    from torch import softmax
except ImportError:
    from torch.nn.functional import softmax


def told_more(z, **options):
    return torch.log(nn.Softmax(dim=1, **options)(z))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `nn.Softmax(dim=1, **options)(z)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(nn.Softmax(dim=1, **options)(z), 1e-10, 1.0))
    # or (unsafe): torch.log(nn.Softmax(dim=1, **options)(z) + 1e-8)
    # from: `nn.Softmax(dim=1, **options)(z)` made here, exactly 0 in float32 once a logit trails the largest by 104


def of_two_frameworks(z):
    return tf.math.log(nn.Softmax(dim=1)(z))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `nn.Softmax(dim=1)(z)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(nn.Softmax(dim=1)(z), 1e-10, 1.0))
    # or (unsafe): tf.math.log(nn.Softmax(dim=1)(z) + 1e-8)
    # from: `nn.Softmax(dim=1)(z)` made here, exactly 0 in float32 once a logit trails the largest by 104


def imported_on_two_ways(z):
    return torch.log(softmax(z, 1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `softmax(z, 1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, 1)
    # or: torch.log(torch.clamp(softmax(z, 1), 1e-10, 1.0))
    # from: `softmax(z, 1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def over_a_temperature_that_is_0(x: torch.Tensor, temperature=0.0):
    return torch.log(x / temperature)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x / temperature` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(x / temperature, min=1e-10))
