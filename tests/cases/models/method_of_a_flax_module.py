"""Flax applies the method of a module that it is asked for, and calls the module where it is asked for none."""

import flax.linen as nn
import jax.numpy as jnp


class Model(nn.Module):
    def setup(self):
        self.outer = nn.Dense(8)
        self.inner = nn.Dense(8)

    def __call__(self, x):
        return nn.softmax(self.outer(x))

    def size(self, x):
        return jnp.square(self.inner(x)) + 1.0

    def shares(self, x):
        return nn.softmax(self.inner(x))


model = Model()


def called(params, x):
    return -jnp.log(model.apply(params, x))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `model.apply(params, x)` is a softmax


def called_by_default(params, x):
    return -jnp.log(model.apply(params, x, method=None))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `model.apply(params, x, method=None)` is a softmax


def another_method(params, x):
    return jnp.log(model.apply(params, x, method=Model.size)) + jnp.log(model.apply(params, x, method="size"))


def shares(params, x):
    return jnp.log(model.apply(params, x, method=Model.shares))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `model.apply(…)` is a softmax


def shares_by_name(params, x):
    return jnp.log(model.apply(params, x, method="shares"))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `model.apply(params, x, method="shares")` is a softmax


def shares_of_the_object(params, x):
    return jnp.log(model.apply({"params": params}, x, method=model.shares))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `model.apply({…}, x, method=model.shares)` is a softmax


def of_whatever_is_given(params, x, method):
    return jnp.log(model.apply(params, x, method=method))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows
