# The root of a density that underflows far out: 0 there, and without a derivative.

import jax
import jax.numpy as jnp


def spectral_weights(alpha, length, w):
    density = alpha**2 * length * jnp.exp(-0.5 * length**2 * w**2)
    return jnp.sqrt(density)
    #      ^^^^^^^^^^^^^^^^^ NAN301 warning: `density` is 0 where its exponential underflows


def in_one_exponential(alpha, length, w):
    return alpha * jnp.sqrt(jnp.maximum(length, 1e-6)) * jnp.exp(-0.25 * length**2 * w**2)


slope = jax.grad(lambda a, l, w: jnp.sum(spectral_weights(a, l, w)))
even = jax.grad(lambda a, l, w: jnp.sum(in_one_exponential(a, l, w)))
