"""Two masks are added to scores one after another: where both hold, the sum is beyond the smallest number of the dtype."""

import torch


def added_one_by_one(scores, padding, future):
    lowest = torch.finfo(scores.dtype).min
    padded = torch.where(padding, 0.0, lowest)
    causal = torch.where(future, 0.0, lowest)
    return torch.softmax(scores + padded + causal, -1)
    #                    ^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `scores…dded` and `causal` both reach the dtype's minimum: their sum is -inf, whose softmax is NaN; halve one


def added_to_what_was_masked(scores, padding, future):
    lowest = torch.finfo(scores.dtype).min
    scores = scores + (1 - padding.to(scores.dtype)) * lowest
    scores = scores + (1 - future.to(scores.dtype)) * lowest
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `scores` and `(…) * lowest` both reach the dtype's minimum: their sum is -inf, whose softmax is NaN; halve one
    return torch.softmax(scores, -1)


def in_a_helper(scores, first, second):
    scores = scores + first + second
    return torch.softmax(scores, -1)


def called(scores, padding):
    first = torch.full_like(scores, torch.finfo(scores.dtype).min).triu(1)
    return in_a_helper(scores, first, (1.0 - padding) * torch.finfo(scores.dtype).min)


def half_as_low(scores, padding, future):
    lowest = torch.finfo(scores.dtype).min / 2
    return torch.softmax(scores + torch.where(padding, 0.0, lowest) + torch.where(future, 0.0, lowest), -1)


def one_mask(scores, padding, bias):
    lowest = torch.finfo(scores.dtype).min
    return torch.softmax(scores + torch.where(padding, 0.0, lowest) + bias, -1)
