"""What is 0 where all that it is computed of is 0 or equal: with an offset, or in a quotient of itself, it is something else."""

import torch


def weighted_by_a_default_loss(d, share=0.85):
    return torch.sqrt((d**2).mean() - share * d.mean() ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(…).mean() - share * d.mean() ** 2` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp((d**2).mean() - share * d.mean() ** 2, min=1e-10))


def of_two_unknown_shares_loss(d, share, other):
    return torch.sqrt((d**2).mean() - share * other)


def hyperbolic_distance(u, v):
    d = ((u - v) ** 2).sum(-1)
    return torch.acosh(1 + 2 * d / (0.5 * (1 - (u**2).sum(-1)) * (1 - (v**2).sum(-1))))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `1 + 2 * d / (0.5 * (…) * (…))` stays above 1: acosh has an infinite gradient at 1
    # fixed (unsafe): torch.acosh(torch.clamp(1 + 2 * d / (0.5 * (1 - (u**2).sum(-1)) * (1 - (v**2).sum(-1))), min=1.000001))


def of_itself(u, v):
    d = ((u - v) ** 2).sum(-1)
    return torch.acosh(1 + 2 * d / (0.5 * (u**2).sum(-1) * (v**2).sum(-1)))


def replaced_by_0(x, mask):
    h = x.masked_fill(mask, 0.0)
    return torch.sqrt((h**2).sum(-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(h**2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp((h**2).sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt((h**2).sum(-1) + 1e-8)


def replaced_by_1(x, mask):
    h = torch.where(mask, x, 1.0)
    return torch.sqrt((h**2).sum(-1))


def picked(x):
    h = x[x.sum(1) != 0]
    return torch.sqrt((h**2).sum(-1))


def of_one_function(x, y):
    return torch.sqrt((torch.exp(x) - torch.exp(y)) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(torch.exp(x) - torch.exp(y)) ** 2` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp((torch.exp(x) - torch.exp(y)) ** 2, min=1e-10))
    # or (unsafe): torch.sqrt((torch.exp(x) - torch.exp(y)) ** 2 + 1e-8)


def of_two_functions(x, y):
    return torch.sqrt((torch.exp(x) - torch.tanh(y)) ** 2)


def moved_alike(x, y):
    return torch.sqrt(((x + 1) - (y + 1)) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((x + 1) - (y + 1)) ** 2` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(((x + 1) - (y + 1)) ** 2, min=1e-10))
    # or (unsafe): torch.sqrt(((x + 1) - (y + 1)) ** 2 + 1e-8)


def moved_otherwise(x, y):
    return torch.sqrt(((x + 1) - (y + 2)) ** 2)


# FIXME: both are 1 wherever `x` and `y` are smaller, and so is their difference 0.
def bounded_alike(x, y):
    return torch.sqrt((torch.maximum(x, torch.tensor(1.0)) - torch.maximum(y, torch.tensor(1.0))) ** 2)


def moved_by_numbers_alone(x):
    return torch.sqrt(((x + 1) - (torch.tensor(1.0) + 1)) ** 2)
