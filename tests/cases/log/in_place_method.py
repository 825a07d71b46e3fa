# A method that works in place is the same operation, and its mask works in place too: else both are thrown away.

import torch


def in_place(x):
    p = torch.softmax(x, -1)
    p.log_()
  # ^^^^^^^^ NAN101 warning: `p` is a softmax
  # fixed: p.clamp_(1e-10, 1.0).log_()
    return p


def of_a_part(x):
    p = torch.relu(x).clone()
    p[:, 0].log_()
  # ^^^^^^^^^^^^^^ NAN101 warning: `p[:, 0]` is a ReLU
  # fixed: p[:, 0].clamp_(min=1e-10).log_()
    return p


def as_a_function(x):
    p = torch.relu(x).clone()
    torch.log_(p)
  # ^^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU
  # fixed: torch.log_(p.clamp_(min=1e-10))
    return p


def late(x):
    p = torch.relu(x).clone()
    y = p.log_() + 1e-8
    #   ^^^^^^^^ NAN202 warning: the epsilon of `p.log_() + 1e-8` comes too late
    # fixed: p.clamp_(min=1e-10).log_()
    return y, p


def by_a_divisor(x, y):
    n = torch.relu(x)
    y.div_(n)
  # ^^^^^^^^^ NAN102 warning: `n` is a ReLU
  # fixed: y.div_(torch.clamp(n, min=1e-7))
  # or (unsafe): y.div_(n + 1e-8)
    return y
