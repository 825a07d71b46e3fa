"""Defaults, annotations, axes and what fills: each says what a value can be, and only as far as it is known."""

import torch
from somewhere import Nowhere


class Config:
    floor = 0.0


def of_a_config(x, config: Config):
    return torch.log(torch.relu(x) + config.floor)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(x) + config.floor` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.relu(x) + config.floor, min=1e-10))
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less


def of_somebody(x, config: Nowhere):
    return torch.log(torch.relu(x) + config.floor)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.relu(x) + config.floor` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(torch.relu(x) + config.floor, min=1e-10))


def default_of_the_function_around(x):
    tiny = 0.0

    def inner(y, eps=tiny):
        return torch.log(torch.relu(y) + eps)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(y) + eps` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(torch.relu(y) + eps, min=1e-10))
        # from: `torch.relu(y)` made here, exactly 0 for inputs of 0 or less

    return inner(x)


def default_that_is_a_parameter(eps):
    def inner(y, small=eps):
        return torch.log(torch.relu(y) + small)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.relu(y) + small` stays above 0: log(0) is -inf
        # fixed: torch.log(torch.clamp(torch.relu(y) + small, min=1e-10))

    return inner


def filled(x):
    p = torch.sigmoid(x)
    reveal_range(torch.nan_to_num(p, nan=5.0))  # [0, 5] float32 takes 0, 1
    reveal_range(torch.nan_to_num(p, nan=-1.0))  # [-1, 1] float32 takes 0, 1
    reveal_range(torch.nan_to_num(p))  # [0, 1] float32 takes 0, 1
    reveal_range(torch.nan_to_num(p + 1))  # [0, 2] float32 takes 1, 2
    reveal_range(torch.nan_to_num(x))  # any value float32 takes nothing


def sums_of_shares(x):
    p = torch.softmax(x, -1)
    reveal_range(p.sum(-1))  # [0.999999046, 1.00000095] float32
    reveal_range(p.sum((0, 1)))  # [0, inf] float32
    reveal_range(p.sum(0))  # [0, inf] float32


def rising(x, w):
    reveal_range(torch.sigmoid(x + 1) - torch.sigmoid(x))  # [0, 1] float32 takes 0, 1
    reveal_range(torch.sigmoid(x + 1) - torch.tanh(x))  # [-1, 2] float32 takes -1, 1, 2
    reveal_range(torch.sigmoid(x + w) - torch.sigmoid(x))  # [-1, 1] float32 takes 0


def logits_without_an_end(x):
    # FIXME: two logits of inf make a softmax NaN.
    endless = torch.full((3,), float("inf"))
    reveal_range(torch.softmax(endless, -1))  # [0, 1] float32 takes 0, 1
    reveal_range(torch.log_softmax(endless, -1))  # [-inf, 0] float32 takes -10000, 0
    reveal_range(torch.softmax(torch.clamp(x, -1, 1), -1))  # [1.26040803e-10, 1] float32 takes nothing
