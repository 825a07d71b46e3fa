"""A method that is taken from its class is given the tensor first: the bound is the argument after it."""

import torch


def bounded(z):
    p = torch.sigmoid(z)
    a = torch.log(torch.Tensor.clamp(p, 0.0, 1.0))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: ...masks nothing: its lower bound 0 is let through
    # fixed: torch.log(torch.Tensor.clamp(p, 1e-10, 1.0))
    b = torch.log(torch.Tensor.clamp_min(p, 1e-50))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: ...masks nothing: its lower bound 1e-50 is 0 in float32
    # fixed: torch.log(torch.Tensor.clamp_min(p, 1e-10))
    c = torch.log(1 - torch.Tensor.add(p, 1e-10))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: ...1 + 1e-10 is exactly 1 in float32
    # fixed: torch.log(1 - p + 1e-10)
    return a, b, c


def held(z):
    p = torch.sigmoid(z)
    clamp = p.clamp
    return torch.log(clamp(1e-50, 1.0)), torch.log(p.clamp(1e-50, 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: ...masks nothing: its lower bound 1e-50 is 0 in float32
    # fixed: torch.log(clamp(1e-10, 1.0))
    #                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: ...masks nothing: its lower bound 1e-50 is 0 in float32
    # fixed: torch.log(p.clamp(1e-10, 1.0))


def thrown_away(z):
    p = torch.sigmoid(z)
    torch.Tensor.clamp(p, 1e-6, 1.0)
    return torch.log(p), p
    #      ^^^^^^^^^^^^ NAN201 warning: `torch.Tensor.clamp(p, 1e-6, 1.0)` masks nothing: its result is thrown away
