# A mask is written with the whole name, `jax.numpy.maximum`, where the file imports JAX alone.

import jax


def scaled(x):
    return (x - x.min()) / (x.max() - x.min())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(x.max() - x.min())` is a difference from an extreme and can be exactly 0: x / 0 is Inf or NaN
    # fixed: (x - x.min()) / jax.numpy.maximum(x.max() - x.min(), 1e-7)


g = jax.jit(jax.grad(lambda x: scaled(x).sum()))
