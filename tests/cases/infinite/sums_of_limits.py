"""Two masks that reach down to the minimum of a dtype overflow where they are added, in whatever form, and nowhere else."""

import torch


def both(x, causal, padding):
    low = torch.finfo(x.dtype).min
    a = torch.where(causal, 0.0, low)
    b = torch.where(padding, 0.0, low)
    return torch.softmax(x + (a + b), -1)
    #                         ^^^^^ NAN107 information: `a` and `b` both reach the dtype's minimum: their sum is -inf, whose softmax is NaN; halve one
    # fixed: nothing


def difference(x, causal, padding):
    low = torch.finfo(x.dtype).min
    a = torch.where(causal, 0.0, low)
    b = torch.where(padding, 0.0, low)
    return torch.softmax(x + (a - b), -1)


def method(x, causal, padding):
    low = torch.finfo(x.dtype).min
    a = torch.where(causal, 0.0, low)
    b = torch.where(padding, 0.0, low)
    return torch.softmax(x + a.add(b), -1)
    #                        ^^^^^^^^ NAN107 information: `a` and `b` both reach the dtype's minimum: their sum is -inf, whose softmax is NaN; halve one
    # fixed: nothing


def function(x, causal, padding):
    low = torch.finfo(x.dtype).min
    a = torch.where(causal, 0.0, low)
    b = torch.where(padding, 0.0, low)
    return torch.softmax(x + torch.add(a, b), -1)
    #                        ^^^^^^^^^^^^^^^ NAN107 information: `a` and `b` both reach the dtype's minimum: their sum is -inf, whose softmax is NaN; halve one
    # fixed: nothing


def product(x, causal, padding):
    low = torch.finfo(x.dtype).min
    a = torch.where(causal, 0.0, low)
    b = torch.where(padding, 0.0, low)
    return torch.softmax(x - a * b, -1)


def subtracted(x, causal, padding):
    low = torch.finfo(x.dtype).min
    a = torch.where(causal, 0.0, low)
    b = torch.where(padding, 0.0, low)
    return torch.softmax(x + torch.sub(a, b), -1) + torch.softmax(x + a.sub(b), -1)


def multiplied(x, causal, padding):
    low = torch.finfo(x.dtype).min
    a = torch.where(causal, 0.0, low)
    b = torch.where(padding, 0.0, low)
    return torch.softmax(x - a.mul(b).clamp(max=1.0), -1)
