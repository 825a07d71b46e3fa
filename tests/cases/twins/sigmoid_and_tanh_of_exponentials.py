# A sigmoid or a tanh that is a quotient of exponentials is Inf / Inf where they overflow: the value itself, not the
# gradient alone. A factor in front stays in front, and what is bounded is left alone.

import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def of_names(x):
    e = torch.exp(x)
    return e / (1 + e)
    #      ^^^^^^^^^^^ NAN402 warning: this is a sigmoid written out by hand: where `torch.exp(x)` overflows, it is NaN; use PyTorch's own
    # fixed: torch.sigmoid(x)
    # removes: e = torch.exp(x)


def in_place(x, lam):
    return lam * tf.exp(x - 1) / (tf.exp(x - 1) + 1.0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a sigmoid written out by hand: where `tf.exp(x - 1)` overflows, it is NaN; use TensorFlow's own
    # fixed: lam * tf.sigmoid(x - 1)


def factor_behind(x, lam):
    return torch.exp(x) * (lam - 1) / (1.0 + torch.exp(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a sigmoid written out by hand: where `torch.exp(x)` overflows, it is NaN; use PyTorch's own
    # fixed: (lam - 1) * torch.sigmoid(x)


def own_name(x):
    x = jnp.exp(x)
    return x / (1 + x)
    #      ^^^^^^^^^^^ NAN402 warning: this is a sigmoid written out by hand: where `jnp.exp(x)` overflows, it is NaN; use JAX's own
    # fixed: jax.nn.sigmoid(logits)
    # adds: import jax
    # adds: logits = x


class Capped(torch.nn.Module):
    def __init__(self, size, cap=50.0):
        super().__init__()
        self.score, self.cap = torch.nn.Linear(size, size), cap

    def forward(self, x):
        s = self.score(x) / self.cap
        up, down = torch.exp(s), torch.exp(-s)
    #              ^^^^^^^^^^^^ NAN104 information: `s` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): s = torch.clamp(self.score(x) / self.cap, max=30.0)
    # adds: torch.clamp(
    # adds: , max=30.0)
    # or (unsafe): torch.exp(torch.clamp(s, max=30.0))
    # from: `self.score(x)` made here, unbounded
    #                            ^^^^^^^^^^^^^ NAN104 information: `-s` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): s = torch.clamp(self.score(x) / self.cap, min=-30.0)
    # adds: torch.clamp(
    # adds: , min=-30.0)
    # or (unsafe): torch.exp(torch.clamp(-s, max=30.0))
    # from: `self.score(x)` made here, unbounded
        return self.cap * (up - down) / (up + down)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a tanh written out by hand: where `torch.exp(s)` overflows, it is NaN; use PyTorch's own
    # fixed: self.cap * torch.tanh(s)
    # from: `torch.exp(s)` made here, values in [0, inf]


def of_a_difference(x, y):
    above = np.exp(x - y) - np.exp(-(x - y))
    return above / (np.exp(-(x - y)) + np.exp(x - y))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a tanh written out by hand: where `np.exp(x - y)` overflows, it is NaN; use NumPy's own
    # fixed: np.tanh(x - y)
    # removes: above = np.exp(x - y) - np.exp(-(x - y))


def no_such_function(x, y):
    a = torch.exp(x) / (1 + torch.exp(y))
    b = torch.exp(x) / (2 + torch.exp(x))
    c = (torch.exp(x) - torch.exp(y)) / (torch.exp(x) + torch.exp(y))
    d = (torch.exp(x) + torch.exp(-x)) / (torch.exp(x) + torch.exp(-x))
    e = (torch.exp(-x) - torch.exp(x)) / (torch.exp(x) + torch.exp(-y))
    return a, b, c, d, e


def opposite(x):
    return (torch.exp(-x) - torch.exp(x)) / (torch.exp(x) + torch.exp(-x))


def bounded(x):
    y = torch.tanh(x)
    a = torch.exp(y) / (1 + torch.exp(y))
    b = (torch.exp(y) - torch.exp(-y)) / (torch.exp(y) + torch.exp(-y))
    return a, b
