# A noise schedule, and a contrastive loss of unit vectors, as JAX programs have them.

import jax
import jax.numpy as jnp
from jax.nn import softmax as sm


def alpha_bar(t):
    return jnp.cos(t * jnp.pi / 2) ** 2


def snr(t):
    a = alpha_bar(t)
    return a / (1 - a)
    #      ^^^^^^^^^^^ NAN102 information: `(1 - a)` can be 0, as a uniform random number can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: a / jnp.maximum(1 - a, 1e-7)
    # from: `jax.random.uniform(key, (x.shape[0],))` made here, exactly 0 in float32 in one draw of ten million or so
    # from: `t` passed as `t` here
    # from: `t` passed as `t` here
    # from: `alpha_bar(t)` returned by this call


def loss(params, apply, x, key):
    t = jax.random.uniform(key, (x.shape[0],))
    a = alpha_bar(t)
    eps = jax.random.normal(key, x.shape)
    xt = jnp.sqrt(a)[:, None] * x + jnp.sqrt(1 - a)[:, None] * eps
    return (jnp.log(snr(t)) * ((apply(params, xt, t) - eps) ** 2).mean(-1)).mean()


def contrast(params, apply, x):
    z = apply(params, x)
    z = z / jnp.sqrt((z ** 2).sum(-1, keepdims=True))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.sqrt((…).sum(…))` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): z / jnp.sqrt(jnp.maximum((z ** 2).sum(-1, keepdims=True), 1e-12))
    # from: `jnp.sqrt((z ** 2).sum(-1, keepdims=True))` made here, exactly 0 for a vector of zeros
    s = sm(z @ z.T / 0.05)
    return -jnp.log(jnp.diag(s)).mean()


g = jax.value_and_grad(contrast)
h = jax.value_and_grad(loss)
