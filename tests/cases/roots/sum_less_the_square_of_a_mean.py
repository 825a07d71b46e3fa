"""A sum of squares is far above the square of a mean; their mean is a variance, which rounding makes negative."""

import torch


def variance(x):
    return torch.sqrt((x**2).mean(0) - x.mean(0) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `(…).mean(…) - x.mean(…) ** 2` is a difference of squares and can be below 0: sqrt(-1) is NaN; keep it above 0
    # fixed: torch.sqrt(torch.clamp((x**2).mean(0) - x.mean(0) ** 2, min=1e-10))
    # from: `(x**2).mean(0) - x.mean(0) ** 2` made here, below 0 by rounding, where both are nearly equal


def without_their_number(means, deviations):
    mean = torch.stack(means).sum(0) / len(means)
    squares = torch.stack([m**2 + d**2 for m, d in zip(means, deviations, strict=True)]).sum(0)
    return torch.log(squares - mean**2), torch.sqrt((mean**2).sum(0) - mean.mean(0) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `squares - mean**2` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(squares - mean**2, min=1e-10))


def with_their_number(means):
    mean = torch.stack(means).sum(0) / len(means)
    return torch.sqrt(torch.stack([m**2 for m in means]).sum(0) / len(means) - mean**2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `torch.stack(…).sum…- mean**2` is a difference of squares and can be below 0: sqrt(-1) is NaN; keep it above 0
    # fixed: torch.sqrt(torch.clamp(torch.stack([m**2 for m in means]).sum(0) / len(means) - mean**2, min=1e-10))
    # from: `torch.stack([m**2 for m in means]).sum(0) / len(means) - mean**2` made here, below 0 by rounding, where both are nearly equal


def across_a_direction(x, u):
    return torch.sqrt((x**2).sum(-1) - (x * u).sum(-1) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `(…).sum(…) - (…).sum(…) ** 2` is a difference of squares and can be below 0: sqrt(-1) is NaN; keep it above 0
    # fixed: torch.sqrt(torch.clamp((x**2).sum(-1) - (x * u).sum(-1) ** 2, min=1e-10))
    # from: `(x**2).sum(-1) - (x * u).sum(-1) ** 2` made here, below 0 by rounding, where both are nearly equal
