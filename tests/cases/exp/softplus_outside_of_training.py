"""A softplus by hand overflows for an output of a layer, wherever that is computed; NumPy has none of its own."""

import numpy as np
import torch
from torch import nn

layer = nn.Linear(3, 3)


def of_a_layer(x):
    return torch.log(1 + torch.exp(layer(x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a softplus written out by hand: where `torch.exp(layer(x))` overflows, it is Inf; use PyTorch's own
    #                    ^^^^^^^^^^^^^^^^^^^ NAN104 information: `layer(x)` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32


def of_noise(n):
    return torch.log(1 + torch.exp(1000 * torch.randn(n, 3)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 information: this is a softplus written out by hand: where `torch.exp(…)` overflows, it is Inf; use PyTorch's own
    #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `1000 * torch…ndn(…)` comes from a normal random number, which nothing bounds: exp overflows to Inf in float32


def of_anything(z: torch.Tensor):
    return torch.log(1 + torch.exp(z))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand: where `torch.exp(z)` overflows, it is Inf; use PyTorch's own


def of_an_array(z: np.ndarray):
    return np.log(1 + np.exp(z))
