"""`n * sum(x ** 2) - sum(x) ** 2` is a variance times the square of n: 0 for a constant, and below 0 by rounding."""

import torch


def correlation_loss(predicted, wanted):
    loss = 0
    for i in range(predicted.shape[0]):
        n = predicted.shape[1]
        sum_p, sum_w = predicted[i].sum(), wanted[i].sum()
        squares_p, squares_w = (predicted[i] ** 2).sum(), wanted[i].pow(2).sum()
        below = torch.sqrt((n * squares_p - sum_p**2) * (n * squares_w - sum_w.pow(2)))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `(…) * (…)` can be 0, as a difference of squares can: sqrt has an infinite gradient at 0; keep it above 0
        loss = loss + 1 - (n * (predicted[i] * wanted[i]).sum() - sum_p * sum_w) / below
        #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `below` can be 0, as a difference of squares can: x / 0 is Inf or NaN; keep it away from 0
    return loss


def spread(x):
    return torch.sqrt(len(x) * (x**2).sum() - x.sum() ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `len(…) * (…).sum()…um() ** 2` is a difference of squares and can be below 0: sqrt(-1) is NaN; keep it above 0


def bounded(x):
    return torch.sqrt((len(x) * (x**2).sum() - x.sum() ** 2).clamp(min=1e-6))


def of_another(x, y):
    return torch.sqrt(len(x) * (x**2).sum() - y.sum() ** 2)


def of_its_mean(x):
    return torch.sqrt(len(x) * (x**2).sum() - x.mean() ** 2)


def of_its_cube(x):
    return torch.sqrt(len(x) * (x**2).sum() - x.sum() ** 3)
