"""Something unknown less the square of a mean may be a variance; of what is known to be something else it is none."""

import torch


def of_running_means(mean_square: torch.Tensor, mean: torch.Tensor):
    return torch.sqrt(mean_square - mean**2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `mean_square - mean**2` is a difference of squares and can be below 0: sqrt(-1) is NaN; keep it above 0
    # fixed: torch.sqrt(torch.clamp(mean_square - mean**2, min=1e-10))
    # from: `mean_square - mean**2` made here, below 0 by rounding, where both are nearly equal


def of_shares(logits, mean: torch.Tensor):
    p = torch.sigmoid(logits)
    return torch.sqrt(p - mean**2)


def of_what_is_above_1(mean_square: torch.Tensor, mean: torch.Tensor):
    assert (mean_square > 1).all()
    return torch.sqrt(mean_square - mean**2)


def of_rows(mean_square: torch.Tensor, mean: torch.Tensor):
    return torch.sqrt(mean_square[:, None] - mean**2)


def of_rows_by_rows(mean_square: torch.Tensor, mean: torch.Tensor):
    return torch.sqrt(mean_square[:, None] - mean[:, None] ** 2)


def mean_first(mean_square: torch.Tensor, mean: torch.Tensor):
    return torch.sqrt(-(mean**2) + mean_square)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `-(mean**2) + mean_square` is a difference of squares and can be below 0: sqrt(-1) is NaN; keep it above 0
    # fixed: torch.sqrt(torch.clamp(-(mean**2) + mean_square, min=1e-10))
    # from: `-(mean**2) + mean_square` made here, below 0 by rounding, where both are nearly equal


def distances(x):
    product = x @ x.T
    squares = torch.diag(product)
    return torch.sqrt(squares[:, None] + squares[None] - 2 * product)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `squares[…] + squares[…]…2 * product` is a squared distance from products and can be below 0: sqrt(-1) is NaN
    # fixed: torch.sqrt(torch.clamp(squares[:, None] + squares[None] - 2 * product, min=1e-10))
    # from: `squares[:, None] + squares[None] - 2 * product` made here, below 0 by rounding, where both are nearly equal


def of_something_else(x, u: torch.Tensor, v: torch.Tensor):
    return torch.sqrt(u[:, None] + v[None] - 2 * (x @ x.T))


def of_two(x, y):
    a, b = (x**2).sum(-1), (y**2).sum(-1)
    return torch.sqrt(a[:, None] + b[None] - 2 * x @ y.T)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `a[:, None] + b[None] - 2 * x @ y.T` is a squared distance from products and can be below 0: sqrt(-1) is NaN
    # fixed: torch.sqrt(torch.clamp(a[:, None] + b[None] - 2 * x @ y.T, min=1e-10))
    # from: `a[:, None] + b[None] - 2 * x @ y.T` made here, below 0 by rounding, where both are nearly equal
