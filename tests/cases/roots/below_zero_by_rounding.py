# A difference of squares that cannot be negative is so by rounding, and its root is NaN.

import jax.numpy as jnp
import torch


def variance(x):
    return torch.sqrt((x**2).mean(0) - x.mean(0) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `(…).mean(…) - x.mean(…) ** 2` is a difference of squares and can be below 0: sqrt(-1) is NaN; keep it above 0


def epsilon_is_too_small(x):
    mean = jnp.mean(x)
    var = jnp.mean(jnp.square(x)) - jnp.square(mean)
    return (x - mean) / jnp.sqrt(var + 1e-8)
    #                   ^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `var + 1e-8` can be below 0, as a difference of squares can


def distances(a, b):
    aa = a.pow(2).sum(1, keepdim=True)
    bb = b.pow(2).sum(1)
    return torch.sqrt(aa + bb - 2 * torch.mm(a, b.t()))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `aa + bb - 2 * torch.mm(a, b.t())` is a squared distance from products and can be below 0


def in_another_order(a, b):
    return ((a * a).sum(1, keepdim=True) - 2 * a @ b.t() + (b * b).sum(1)).sqrt()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `(…)` is a squared distance from products and can be below 0


def masked(x, a, b):
    var = torch.clamp((x * x).mean() - x.mean() ** 2, min=1e-8)
    squared = (a * a).sum(1) + (b * b).sum(1) - 2 * (a * b).sum(1)
    return torch.sqrt(var), torch.sqrt(torch.relu(squared) + 1e-8), torch.sqrt(1 - x**2)


def by_products(a, b):
    return torch.sqrt((a**2).sum(-1) + (b**2).sum(-1) - 2 * (a * b).sum(-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `(…).sum(…) + (…).sum(…)…* (…).sum(…)` is a squared distance from products and can be below 0: sqrt(-1) is NaN
    # fixed: torch.sqrt(torch.clamp((a**2).sum(-1) + (b**2).sum(-1) - 2 * (a * b).sum(-1), min=1e-10))
    # from: `(a**2).sum(-1) + (b**2).sum(-1) - 2 * (a * b).sum(-1)` made here, below 0 by rounding, where both are nearly equal


def by_products_of_others(a, b, c, d):
    return torch.sqrt((a**2).sum(-1) + (b**2).sum(-1) - 2 * (c * d).sum(-1))


def of_squares_alone(a, b, c):
    return torch.sqrt((a**2).sum(-1) + (b**2).sum(-1) - 2 * (a * a).sum(-1))


def without_squares(a, b):
    return torch.sqrt(a.sum(-1) + b.sum(-1) - 2 * torch.matmul(a, b))


def with_two_more(a, b, c, d):
    return torch.sqrt((a**2).sum(-1) + (b**2).sum(-1) + c + d - 2 * torch.matmul(a, b))


def of_one_bit(p):
    return torch.sqrt(p.mean(-1) - p.mean(-1) ** 2)


def without_the_second_square(x):
    return torch.sqrt((x**2).mean(-1) - x.mean(-1))
