# In float16 the floor below a deviation is another than that below a norm.

import jax
import jax.numpy as jnp


def whitened(x):
    h = x.astype(jnp.float16)
    return jnp.mean(h / jnp.std(h, axis=-1, keepdims=True))
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.std(…)` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: h / jnp.sqrt(jnp.maximum(jnp.var(h, axis=-1, keepdims=True), 1e-3))


def directed(x):
    h = x.astype(jnp.float16)
    return jnp.mean(h / jnp.linalg.norm(h, axis=-1, keepdims=True))
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.linalg.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: h / jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(h), axis=-1, keepdims=True), 1e-4))


steps = jax.grad(whitened), jax.grad(directed)
