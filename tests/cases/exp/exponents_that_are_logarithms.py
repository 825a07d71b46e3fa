"""The exponential of a difference of logarithms is a quotient: how large the logarithm may be is known."""

import torch
import torch.nn.functional as F


def logit(x, eps=1e-8):
    return torch.log(x + eps) - torch.log(1 - x + eps)


def divergence(y, y_hat, optimizer):
    z = logit(y_hat)
    loss = (torch.log1p(torch.exp(z)) - y * z).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand
    loss.backward()
    optimizer.step()


def of_a_layer(y, x, layer, optimizer):
    z = layer(x)
    loss = (torch.log1p(torch.exp(z)) - y * z).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a softplus written out by hand
    loss.backward()
    optimizer.step()
