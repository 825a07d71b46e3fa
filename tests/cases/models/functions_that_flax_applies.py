"""Flax applies functions that are no methods too, and gives them the module."""

import flax.linen as nn
import jax.numpy as jnp

from models import Base


class Model(Base):
    def setup(self):
        self.outer = nn.Dense(8)

    def __call__(self, x):
        return nn.softmax(self.outer(x))


def scaled(module, x):
    return nn.softmax(module.outer(x))


model = Model()


def by_a_function(params, x):
    return jnp.log(model.apply(params, x, method=scaled))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `model.apply(params, x, method=scaled)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0


def by_a_lambda(params, x):
    return jnp.log(model.apply(params, x, method=lambda module, y: module(y)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `model.apply(…)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0


def by_what_is_inherited(params, x):
    return jnp.log(model.apply(params, x, method="energy"))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `model.apply(params, x, method="energy")` stays above 0: log(0) is -inf


class Small(nn.Module):
    def setup(self):
        self.outer = nn.Dense(2)

    def __call__(self, x):
        return nn.softmax(self.outer(x))


def of_either(params, x, is_small):
    either = Small() if is_small else Model()
    return jnp.log(either.apply(params, x, method="__call__"))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `either.apply(params, x, method="__call__")` stays above 0: log(0) is -inf
