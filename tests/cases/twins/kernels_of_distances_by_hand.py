"""A squared distance that is written out is below 0 by rounding alone: no exponential of its negative overflows."""

import torch


def kernel_loss(x, y):
    squares = (x * x).sum(1)
    distances = squares[:, None] + squares[None] - 2 * x @ x.T
    kernel = torch.exp(-distances / 2)
    other = (x**2).sum(1, keepdim=True) + (y**2).sum(1) - 2 * x @ y.T
    weights = torch.exp(-other)
    loss = (kernel / kernel.sum(1, keepdim=True)).sum() + (weights / weights.sum(1, keepdim=True)).sum()
    loss.backward()


def of_products(x, y):
    weights = torch.exp(-x @ y.T)
    loss = (weights / weights.sum(1, keepdim=True)).sum()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a softmax written out by hand
    loss.backward()
