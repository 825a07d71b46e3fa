# A function that a name holds, as it is or wrapped, is called by that name.

import jax
import jax.numpy as jnp


def loss(p, y):
    return -(y * jnp.log(p)).sum()
    #            ^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.clip(p, 1e-10, 1.0))
    # or (unsafe): jnp.log(p + 1e-8)
    # from: `jax.nn.softmax(z)` made here, exactly 0 in float32 once a logit trails the largest by 87


fast_loss = jax.jit(loss)


def train(z, y):
    return fast_loss(jax.nn.softmax(z), y)


def entropy(p):
    return -(p * jnp.log(p)).sum(-1)
    #            ^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.clip(p, 1e-10, 1.0))
    # or (unsafe): jnp.log(p + 1e-8)
    # from: `jax.nn.sigmoid(z)` made here, exactly 0 in float32 for inputs below -87


measure = entropy


def report(z):
    return measure(jax.nn.sigmoid(z))


def from_a_name(z):
    p = jax.nn.softmax(z)
    q = p
    return jnp.log(q)
    #      ^^^^^^^^^^ NAN101 warning: `q` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: jax.nn.log_softmax(z)
    # removes: q = p
    # removes: p = jax.nn.softmax(z)
    # or: jnp.log(jnp.clip(q, 1e-10, 1.0))
    # from: `jax.nn.softmax(z)` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `q = p` goes into `q` here
