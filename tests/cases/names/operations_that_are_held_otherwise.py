"""An operation is what is called, whatever hands it on: a loop, a table, a parameter, `partial`, `jit`, `vmap`.

What several callers give is called with what each of them gives beside it.
"""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch
import torch.nn.functional as F

TABLE = {"log": torch.log, "square": torch.square}
OPERATIONS = [tf.math.log, tf.square]


def by_its_name(x):
    logarithm = torch.log
    return logarithm(torch.softmax(x, -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0


def in_a_loop(x):
    for f in (torch.log, torch.square):
        x = f(torch.softmax(x, -1))
        #   ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    return x


def in_a_loop_of_others(x):
    for f in (torch.exp, torch.square):
        x = f(torch.softmax(x, -1))
    return x


def in_a_comprehension(x):
    p = torch.softmax(x, -1)
    return [f(p) for f in (torch.log, torch.square)]
    #       ^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def of_a_list(x):
    p = tf.nn.softmax(x)
    return [operation(p) for operation in OPERATIONS]
    #       ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0


def in_a_table(x):
    return TABLE["log"](torch.softmax(x, -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0


def another_in_a_table(x):
    return TABLE["square"](torch.softmax(x, -1))


def by_a_key(x, key):
    return TABLE[key](torch.softmax(x, -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0


def applied(f, p):
    return f(p)
    #      ^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def as_an_argument(x):
    return applied(torch.log, torch.softmax(x, -1))


def each_with_its_own(function, p):
    return function(p)


def square_of_a_softmax(x):
    return each_with_its_own(torch.square, torch.softmax(x, -1))


def logarithm_of_what_is_above_0(x):
    return each_with_its_own(torch.log, F.softplus(x) + 1.0)


def each_with_the_wrong_one(function, p):
    return function(p)
    #      ^^^^^^^^^^^ NAN101 warning: `p` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def square_of_what_is_above_0(x):
    return each_with_the_wrong_one(torch.square, F.softplus(x) + 1.0)


def logarithm_of_a_softmax(x):
    return each_with_the_wrong_one(torch.log, torch.softmax(x, -1))


def in_part(x):
    return partial(torch.log)(torch.softmax(x, -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0


def compiled(x):
    return jax.jit(jnp.log)(jax.nn.softmax(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `jax.nn.softmax(x)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0


def compiled_first(x):
    logarithm = jax.jit(jnp.log)
    return logarithm(jax.nn.softmax(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `jax.nn.softmax(x)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0


def over_rows(x):
    return jax.vmap(jnp.log)(jax.nn.softmax(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `jax.nn.softmax(x)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0


class Model:
    def __init__(self, activation):
        self.activation = activation

    def forward(self, x):
        return self.activation(torch.softmax(x, -1))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0


def train(x):
    return Model(activation=torch.log).forward(x)


def logged(log, p):
    log(p)


def write(x):
    logged(print, torch.softmax(x, -1))


class Layer:
    def __init__(self, f=torch.log):
        self.f = f

    def forward(self, x):
        return self.f(torch.softmax(x, -1))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0


def mapped(x):
    (y,) = map(torch.log, [torch.softmax(x, -1)])  # FIXME: this is a logarithm of 0
    return y


def over_elements(x):
    return tf.map_fn(tf.math.log, tf.nn.softmax(x))  # FIXME: this is a logarithm of 0


def by_the_text_of_its_name(x):
    return getattr(torch, "log")(torch.softmax(x, -1))  # FIXME: this is a logarithm of 0
