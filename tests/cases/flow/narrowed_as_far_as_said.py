"""A condition narrows what it speaks of, as far as it says something, and nothing else."""

import torch
from torch import nn


def of_something_unknown(x, adjusted):
    p = torch.sigmoid(x)
    reveal_range(torch.where(p > 0, adjusted(p), 0.5))  # any value float32 takes 0.5


def of_one_of_two_settings(x: float, y: float):
    reveal_range(torch.where(x > 0, x * 2.0, 1.0))  # [0, inf] float32 takes 1
    reveal_range(torch.where(x > 0, x * y, 1.0))  # any value float32 takes 1


def compared_with_something_unknown(x, y):
    reveal_range(torch.where(x < y, -x, x))  # any value float32 takes nothing


def negated_or_not(x):
    reveal_range(torch.where(x < 0, -x, 0.5))  # [1.40129846e-45, inf] float32 takes 0.5
    reveal_range(torch.where(x < 0, +x, 0.5))  # any value float32 takes 0.5


def less_than_a_number(x):
    if x - 1 > 0:
        reveal_range(x - 1)  # [4.94065646e-324, inf] float64 takes nothing
    return x


def assigned_in_between(a, b, c):
    if (a - b).abs() > 0:
        reveal_range((a - b).abs())  # [1.40129846e-45, inf] float32 takes nothing
        b = c
        reveal_range((a - b).abs())  # [0, inf] float32 takes nothing
    if (a - c).abs() > 0:
        abs = 1.0
        reveal_range((a - c).abs())  # [1.40129846e-45, inf] float32 takes nothing
    return a


def as_long_as_there_is_one(x, deep):
    net = nn.Linear(3, 1) if deep else None
    if net:
        reveal_range(net(x))  # any value float32 takes -10000, 10000
    return x
