"""What is shifted by one of its own elements is exactly 0 there: a schedule that ends at 0, positions from the first."""

import jax.numpy as jnp
import tensorflow as tf
import torch


def by_the_last(betas):
    signal = torch.cumsum(betas, 0)
    return 5.0 / (signal - signal[-1])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(signal - signal[-1])` is a difference from one of its elements and can be exactly 0: x / 0 is Inf or NaN


def under_names(signal):
    first, last = signal[0].clone(), signal[-1].clone()
    shifted = (signal - last) * first / (first - last)
    return 5.0 / shifted**2
    #      ^^^^^^^^^^^^^^^^ NAN102 warning: `shifted**2` can be 0, as a difference from one of its elements can: x / 0 is Inf or NaN; keep it away from 0


def rescaled(signal):
    signal = signal - signal[-1]
    return signal**2


class Weight:
    def __init__(self, gamma):
        self.alphas = rescaled(torch.cumprod(1 - torch.linspace(1e-4, 0.02, 10), 0))
        self.gamma = gamma

    def __call__(self, t):
        snr = self.alphas[t] / (1 - self.alphas[t])
        return torch.clamp(snr, max=self.gamma) / snr
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `snr` can be 0, as a difference from one of its elements can: x / 0 is Inf or NaN; keep it away from 0


def from_the_first(x):
    times = tf.cumsum(x, axis=1)
    return tf.math.log(times - times[:, :1])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `times - times[:, :1]` is a difference from one of its elements and can be exactly 0: log(0) is -inf


def from_the_first_of_jax(x):
    x = jnp.tan(x)
    distance = jnp.abs(x - x[..., 0])
    return 1 / distance
    #      ^^^^^^^^^^^^ NAN102 warning: `distance` can be 0, as a difference from one of its elements can: x / 0 is Inf or NaN; keep it away from 0


def of_an_axis(x):
    x = torch.tan(x)
    return 1 / (x - x[:, None, 0])
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(x - x[:, None, 0])` is a difference from one of its elements and can be exactly 0: x / 0 is Inf or NaN


def one_of_them(x, t):
    x = torch.tan(x)
    return 5.0 / (x - x[0])[t]
    #      ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(x - x[0])[t]` is a difference from one of its elements and can be exactly 0: x / 0 is Inf or NaN


def without_it(signal):
    signal = torch.cumsum(signal, 0)
    return 5.0 / (signal - signal[-1])[:-1]


def without_the_first(signal):
    signal = torch.cumsum(signal, 0)
    shifted = signal - signal[:1]
    return 5.0 / shifted[1:]


def at_another(x):
    x = torch.tan(x)
    return 5.0 / (x - x[0])[3]


def added_up(signal):
    signal = torch.cumsum(signal, 0)
    return 5.0 / (signal - signal[-1]).sum()


def of_another(x, y):
    x = torch.tan(x)
    return 5.0 / (x - y[0])


def of_what_is_left(x):
    x = torch.tan(x)
    return 5.0 / (x[1:] - x[0])


def by_several(x):
    x = torch.tan(x)
    return 5.0 / (x[:, :3] - x[:, 1:4])


def with_a_mask(x):
    x = torch.tan(x)
    return 5.0 / (x - x[0] + 1e-3).clamp(min=1e-3)


def all_of_it(x):
    x = torch.tan(x)
    return 5.0 / (x - x[:1])[:, None]
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(x - x[:1])[:, None]` is a difference from one of its elements and can be exactly 0: x / 0 is Inf or NaN


def replaced(x):
    x = torch.tan(x)
    shifted = x - x[0]
    shifted[0] = 1.0
    return 5.0 / shifted


def as_a_length(x):
    x = torch.tan(x)
    shifted = x - x[:, :1]
    return shifted / torch.sqrt((shifted**2).sum(-1, keepdim=True))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt((…).sum(…))` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
