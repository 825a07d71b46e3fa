"""Differences of squares: a mean of squares less the square of the mean is a variance, and others are not."""

import torch


def variances(x, y):
    whole = torch.sqrt((x**2).mean() - x.mean() ** 2)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `(…).mean() - x.mean() ** 2` is a difference of squares and can be below 0: sqrt(-1) is NaN; keep it above 0
    # fixed: torch.sqrt(torch.clamp((x**2).mean() - x.mean() ** 2, min=1e-10))
    # from: `(x**2).mean() - x.mean() ** 2` made here, below 0 by rounding, where both are nearly equal
    scaled = torch.sqrt((x**2).mean() - 1.0 * x.mean() ** 2)
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `(…).mean() - 1.0 *…an() ** 2` is a difference of squares and can be below 0: sqrt(-1) is NaN; keep it above 0
    # fixed: torch.sqrt(torch.clamp((x**2).mean() - 1.0 * x.mean() ** 2, min=1e-10))
    # from: `(x**2).mean() - 1.0 * x.mean() ** 2` made here, below 0 by rounding, where both are nearly equal
    most = torch.sqrt((x**2).mean() - 0.85 * x.mean() ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(…).mean() - 0.85 * x.mean() ** 2` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp((x**2).mean() - 0.85 * x.mean() ** 2, min=1e-10))
    by_hand = torch.sqrt((x**2).sum(0) / x.shape[0] - x.mean(0) ** 2)
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `(…).sum(…) / x.sha…n(…) ** 2` is a difference of squares and can be below 0: sqrt(-1) is NaN; keep it above 0
    # fixed: torch.sqrt(torch.clamp((x**2).sum(0) / x.shape[0] - x.mean(0) ** 2, min=1e-10))
    # from: `(x**2).sum(0) / x.shape[0] - x.mean(0) ** 2` made here, below 0 by rounding, where both are nearly equal
    beside_a_mean = torch.sqrt((x**2).sum() - x.mean() ** 2)
    return whole, scaled, most, by_hand, beside_a_mean


def no_variances(a, b, x):
    of_two = (a**2 - b**2) ** 0.5
    of_three = torch.sqrt((x**2).mean() + torch.exp(a) - b**2)
    of_tensors = torch.sqrt(torch.square(x) - torch.square(torch.exp(a)))
    return of_two, of_three, of_tensors


def distances(x, y):
    near = (x**2).sum(1)[:, None] + (y**2).sum(1)[None] - 2 * x @ y.T
    to_itself = (x**2).sum(1)[:, None] + (x**2).sum(1)[None] - 2 * x @ x.T
    gram = x @ x.T
    by_diagonal = torch.diagonal(gram)[:, None] + torch.diagonal(gram)[None] - 2 * gram
    return torch.sqrt(near), torch.sqrt(to_itself), torch.sqrt(by_diagonal)
    #      ^^^^^^^^^^^^^^^^ NAN103 warning: `near` is a squared distance from products and can be below 0: sqrt(-1) is NaN; keep it above 0
    # fixed: torch.sqrt(torch.clamp(near, min=1e-10))
    # from: `(x**2).sum(1)[:, None] + (y**2).sum(1)[None] - 2 * x @ y.T` made here, below 0 by rounding, where both are nearly equal
    #                        ^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `to_itself` is a squared distance from products and can be below 0: sqrt(-1) is NaN; keep it above 0
    # fixed: torch.sqrt(torch.clamp(to_itself, min=1e-10))
    # from: `(x**2).sum(1)[:, None] + (x**2).sum(1)[None] - 2 * x @ x.T` made here, below 0 by rounding, where both are nearly equal
    #                                               ^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `by_diagonal` is a squared distance from products and can be below 0: sqrt(-1) is NaN; keep it above 0
    # fixed: torch.sqrt(torch.clamp(by_diagonal, min=1e-10))
    # from: `torch.diagonal(gram)[:, None] + torch.diagonal(gram)[None] - 2 * gram` made here, below 0 by rounding, where both are nearly equal


def offsets(x, a, b):
    # Whatever `a` and `b` are, the product by itself does not make a distance of it.
    return torch.sqrt(a + b - 2 * x @ x.T)


def lengths(x, y):
    # A sum of products with what a sum of squares squares.
    apart = (x**2).sum(-1) + (y**2).sum(-1) - 2 * (x * y).sum(-1)
    other = (x**2).sum(-1) + (y**2).sum(-1) - 2 * (x.exp() + y).sum(-1)
    return torch.sqrt(apart), torch.sqrt(other)
    #      ^^^^^^^^^^^^^^^^^ NAN103 warning: `apart` is a squared distance from products and can be below 0: sqrt(-1) is NaN; keep it above 0
    # fixed: torch.sqrt(torch.clamp(apart, min=1e-10))
    # from: `(x**2).sum(-1) + (y**2).sum(-1) - 2 * (x * y).sum(-1)` made here, below 0 by rounding, where both are nearly equal


def eigenvalues(x, y):
    covariance = torch.linalg.eigvalsh(x.T @ x / 10)
    square = torch.linalg.eigvalsh(x @ x)
    mixed = torch.linalg.eigvalsh(x.T @ y)
    return torch.sqrt(covariance), torch.sqrt(square), torch.sqrt(mixed)
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `covariance` is an eigenvalue and can be below 0: sqrt(-1) is NaN; keep it above 0
    # fixed: torch.sqrt(torch.clamp(covariance, min=1e-10))
    # from: `torch.linalg.eigvalsh(x.T @ x / 10)` made here, below 0 by rounding, where columns depend on each other
