"""An operation is what is called, whatever hands it on: a loop, a table, a parameter, `partial`, `jit`, `vmap`, `map`."""

from functools import partial

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch

TABLE = {"log": torch.log, "square": torch.square}


def by_its_name(x):
    logarithm = torch.log
    return logarithm(torch.softmax(x, -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0


def in_a_loop(x):
    for f in (torch.log, torch.square):
        # FIXME: a warning, in each of these
        x = f(torch.softmax(x, -1))
    return x


def in_a_comprehension(x):
    p = torch.softmax(x, -1)
    return [f(p) for f in (torch.log, torch.square)]


def in_a_table(x):
    return TABLE["log"](torch.softmax(x, -1))


def applied(f, p):
    # FIXME: a warning; it is told where the file says `f = torch.log` somewhere
    return f(p)


def as_an_argument(x):
    return applied(torch.log, torch.softmax(x, -1))


def in_part(x):
    return partial(torch.log)(torch.softmax(x, -1))


def by_the_text_of_its_name(x):
    return getattr(torch, "log")(torch.softmax(x, -1))


def mapped(x):
    (y,) = map(torch.log, [torch.softmax(x, -1)])
    return y


def compiled(x):
    return jax.jit(jnp.log)(jax.nn.softmax(x))


def over_rows(x):
    return jax.vmap(jnp.log)(jax.nn.softmax(x))


def over_elements(x):
    return tf.map_fn(tf.math.log, tf.nn.softmax(x))


class Layer:
    def __init__(self, f=torch.log):
        self.f = f

    def forward(self, x):
        return self.f(torch.softmax(x, -1))
