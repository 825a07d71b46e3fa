"""A sum by `einsum` is told as a sum is, a trace is none, and of what is unpacked nothing is known."""

import torch


def sum_of_squares(x):
    return torch.sqrt(torch.einsum("bi->b", x * x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `torch.einsum("bi->b", x * x)` stays above 0: sqrt has an infinite gradient at 0


def trace(x):
    return torch.sqrt(torch.einsum("bii->b", x * x))


def of_what_is_unpacked(tensors):
    return torch.sqrt(torch.einsum("bi->b", *tensors))


def distance_to_itself(x):
    return 1 / torch.dist(x, x)
    #      ^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.dist(x, x)` is a distance, exactly 0 where both are equal: x / 0 is Inf or NaN; keep it away from 0


def rest_of_something(x):
    return torch.sqrt(1 - x)


def rest_of_an_exponential(log_alpha):
    return torch.sqrt(1 - torch.exp(log_alpha))


def rest_of_an_exponential_of_a_distance(x, y):
    return torch.sqrt(1 - torch.exp(-((x - y) ** 2)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `1 - torch.exp(-((x - y) ** 2))` stays above 0: sqrt has an infinite gradient at 0


def rest_of_an_exponential_of_any_sign(x, y):
    return torch.sqrt(1 - torch.exp(x - y))
