# The usual loss by hand in JAX: the logarithm of a softmax.

import jax
import jax.numpy as jnp


@jax.jit
def loss(params, x, y):
    p = jax.nn.softmax(x @ params["w"] + params["b"])
    return -jnp.mean(jnp.sum(y * jnp.log(p), axis=-1))
    #                            ^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: jax.nn.log_softmax(x @ params["w"] + params["b"])
    # removes: p = jax.nn.softmax(x @ params["w"] + params["b"])
    # or: jnp.log(jnp.clip(p, 1e-10, 1.0))
