"""What all callers of a function write out is written out, and one of several values where they differ."""

import torch


def scaled(x, s):
    return torch.log(x * s)
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `x * s` is 0: log(0) is -inf; keep it above 0


def inverse(s):
    return 1.0 / torch.tensor(s)


a = scaled(torch.zeros(3), 0.0)
b = scaled(torch.zeros(3), 1.0)
c = inverse([0.0])
d = inverse([0.0, 1.0])


def log_of(values):
    return torch.log(torch.tensor(values))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.tensor(values)` holds 0: log(0) is -inf; keep it above 0


e = log_of(0.0)
f = log_of(0.5)


def log_of_zero(values):
    return torch.log(torch.tensor(values))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.tensor(values)` holds 0: log(0) is -inf; keep it above 0


g = log_of_zero([0.0, 1.0])
