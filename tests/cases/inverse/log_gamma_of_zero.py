"""The logarithm of the gamma function is infinite at 0, where a ReLU is the concentration of a beta distribution."""

import jax
import jax.numpy as jnp
from jax.scipy.special import digamma, gammaln


def log_beta(x):
    a, b = jax.nn.relu(x), jax.nn.softplus(x) + 1e-3
    return gammaln(a) + gammaln(b) - gammaln(a + b)
    #      ^^^^^^^^^^ NAN105 warning: `a` is a ReLU and can be exactly 0: lgamma is infinite at 0 and at every negative integer; keep it above 0
    # fixed: nothing
    # from: `jax.nn.relu(x)` made here, exactly 0 for inputs of 0 or less


def negative_binomial(counts, x):
    theta = jax.nn.softplus(x)
    return gammaln(counts + theta) - gammaln(theta) - gammaln(counts + 1.0)
    #                                ^^^^^^^^^^^^^^ NAN105 warning: `theta` is a softplus and can be exactly 0: lgamma is infinite at 0 and at every negative integer
    # fixed: nothing
    # from: `jax.nn.softplus(x)` made here, exactly 0 in float32 for inputs below -87


def of_both(x, y):
    return gammaln(jax.nn.relu(x) + jax.nn.relu(y))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `jax.nn.relu(…) + ja…n.relu(…)` can be 0, as a ReLU can: lgamma is infinite at 0 and at every negative integer
    # fixed: nothing
    # from: `jax.nn.relu(x)` made here, exactly 0 for inputs of 0 or less


def kept(x, counts):
    a = jax.nn.relu(x)
    return gammaln(a + 1.0), gammaln(jnp.maximum(a, 1e-3)), digamma(counts), digamma(jax.nn.elu(x) + 1.5), gammaln(-0.5)
