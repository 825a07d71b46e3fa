# Sums with 1, squares and exponentials stay above 0.

import torch


def positive(x):
    a = torch.log(1 + x.exp())
    #   ^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand
    b = torch.log(1 + x ** 2)
    c = torch.log1p(torch.relu(x))
    d = torch.log(torch.abs(x) + 1)
    e = torch.log(torch.exp(x).sum(-1) + 1e-6)
    f = torch.log(torch.sigmoid(torch.exp(x)))
    g = torch.log(2 - torch.tanh(x))
    h = torch.log(torch.ones(3) * 2)
    return a, b, c, d, e, f, g, h
