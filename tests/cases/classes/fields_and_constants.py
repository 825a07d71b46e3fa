"""A constant of a class is no field: what an object is made with goes to those that are annotated, in their order."""

from dataclasses import dataclass

import jax
import jax.numpy as jnp


@dataclass
class Settings:
    NAME = "loss"
    eps: float = 0.0
    scale: float = 1.0


def with_an_epsilon(x):
    settings = Settings(1e-6)
    return jnp.log(jax.nn.softmax(x) + settings.eps)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `jax.nn.softmax(…ings.eps` keeps the logarithm of a softmax finite and moves every value: log_softmax is exact
    # fixed (unsafe): jax.nn.log_softmax(x)
    # from: `jax.nn.softmax(x)` made here, values in [0, 1]


def without(x):
    settings = Settings()
    return jnp.log(jax.nn.softmax(x) + settings.eps)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `jax.nn.softmax(x) + settings.eps` can be 0, as a softmax can: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.clip(jax.nn.softmax(x) + settings.eps, 1e-10, 1.0))
    # from: `jax.nn.softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87


def of_the_second(x):
    settings = Settings(0.0, 1e-6)
    return jnp.log(jax.nn.softmax(x) + settings.eps)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `jax.nn.softmax(x) + settings.eps` can be 0, as a softmax can: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.clip(jax.nn.softmax(x) + settings.eps, 1e-10, 1.0))
    # from: `jax.nn.softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87
