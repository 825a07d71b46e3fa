# The roots of two distributions are vectors of length 1: their product is a cosine, which rounding moves beyond 1. Kept
# below 1, the angle has a derivative.

import jax
import jax.numpy as jnp


def angle(p, q):
    fidelity = jnp.vdot(jnp.sqrt(p + 1e-12), jnp.sqrt(q + 1e-12))
    return jnp.arccos(jnp.clip(fidelity, 0.0, 1.0 - 1e-6))


def bare(z, w):
    p, q = jax.nn.softmax(z), jax.nn.softmax(w)
    a = jnp.sqrt(p)
    #   ^^^^^^^^^^^ NAN301 warning: `p` is a softmax and can be exactly 0
    b = jnp.sqrt(q)
    #   ^^^^^^^^^^^ NAN301 warning: `q` is a softmax and can be exactly 0
    return jnp.arccos(jnp.sum(a * b))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `jnp.sum(a * b)` is a cosine similarity and can be above 1


near = jax.grad(lambda z, w: angle(jax.nn.softmax(z), jax.nn.softmax(w)))
far = jax.grad(bare)
