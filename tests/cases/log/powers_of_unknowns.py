"""What may be 0 or less, as far as anybody can tell, and what no input makes so."""

import torch


def powers(x, p):
    a = torch.log(x.abs() ** -1)
    b = torch.log(x.abs() ** -2)
    c = torch.log(x.abs() ** p)
    d = torch.log(x.abs() ** 3)
    #   ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x.abs() ** 3` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(x.abs() ** 3, min=1e-10))
    # or (unsafe): torch.log(x.abs() ** 3 + 1e-8)
    return a + b + c + d


def exponentials(a, b):
    c = torch.log(torch.exp(torch.sin(a) - torch.cos(b)) - 1)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.exp(torch.sin(a) - torch.cos(b)) - 1` stays above 0: log(0) is -inf
    # fixed (unsafe): torch.log(torch.clamp(torch.exp(torch.sin(a) - torch.cos(b)) - 1, min=1e-10))
    d = torch.log1p(torch.exp(torch.sin(a) - torch.cos(b)) - 1)
    e = torch.log(torch.exp(a.clamp(-9.0, 9.0) - b.clamp(-9.0, 9.0)) - 1)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.exp(…) - 1` comes from an exponential, and nothing keeps it above 0: log(-1) is NaN
    # fixed (unsafe): torch.log(torch.clamp(torch.exp(a.clamp(-9.0, 9.0) - b.clamp(-9.0, 9.0)) - 1, min=1e-10))
    # from: `torch.exp(a.clamp(-9.0, 9.0) - b.clamp(-9.0, 9.0))` made here, values in [1.5229972e-08, 65659984]
    return c + d + e


def above(a, b):
    return torch.log1p(torch.exp(a - b) - 1)


def halves(x):
    return torch.log(1 - x**2 / 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `1 - x**2 / 2` stays above 0: log(0) is -inf
    # fixed (unsafe): torch.log(torch.clamp(1 - x**2 / 2, min=1e-10))


def from_0_on(x):
    if x >= 0:
        return torch.log(x - 1)
    return x
