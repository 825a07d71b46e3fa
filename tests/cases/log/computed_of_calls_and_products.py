"""What is said of `log(x)` is said of `log(x ** 2)`, whether `x` is a name, a call or a product of matrices."""

import jax.numpy as jnp
import tensorflow as tf
import torch


def squares(model, x):
    y = model(x)
    a = torch.log(y ** 2)
    #   ^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `y ** 2` stays above 0: log(0) is -inf
    # FIXME: information, as of a name
    b = torch.log(model(x) ** 2)
    c = torch.log(torch.square(model(x)))
    d = torch.log(model(x) * model(x))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `model(x) * model(x)` stays above 0: log(0) is -inf
    # FIXME: information
    e = tf.math.log(model(x) ** 2)
    # FIXME: information
    f = torch.log((model(x) ** 2).sum(-1))
    return a, b, c, d, e, f


def exponentials(model, x):
    y = model(x)
    a = torch.log(torch.exp(y) - 1)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.exp(y) - 1` stays above 0: log(0) is -inf
    # FIXME: information, as of a name
    b = torch.log(torch.exp(model(x)) - 1)
    # FIXME: information
    c = torch.log(torch.expm1(model(x)))
    return a, b, c


def products(w, x):
    y = x @ w
    a = jnp.log(y ** 2)
    # FIXME: information, as of `y` that is passed
    b = jnp.log(1 - y ** 2 + 1e-6)
    # FIXME: information
    c = jnp.log(jnp.exp(y) - 1)
    return a, b, c


def passed(y):
    return jnp.log(1 - y ** 2 + 1e-6), jnp.log(jnp.exp(y) - 1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `1 - y ** 2 + 1e-6` stays above 0: log(0) is -inf
    #                                  ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `jnp.exp(y) - 1` stays above 0: log(0) is -inf
