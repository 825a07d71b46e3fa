"""What a repair would write is not always imported under a name; another one is taken then."""

from jax import grad
from jax.nn import relu
from jax.numpy import log as log_
from jax.numpy import where
from jax.numpy.linalg import norm


def named_like_what_writes(x):
    return log_(relu(x))
    #      ^^^^^^^^^^^^^ NAN101 warning: `relu(x)` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: log_(jnp.maximum(relu(x), 1e-10))
    # or (unsafe): log_(relu(x) + 1e-8)
    # adds: import jax.numpy as jnp
    # from: `relu(x)` made here, exactly 0 for inputs of 0 or less


def direction(x):
    n = norm(x, axis=-1)
    return where(n > 0, x.sum() / n, 0.0)
    #                   ^^^^^^^^^^^ NAN302 information: `where(n > 0, x.sum() / n, 0.0)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed (unsafe): x.sum() / jnp.maximum(n, 1e-6)
    # adds: import jax.numpy as jnp
    # from: `norm(x, axis=-1)` made here, exactly 0 for a vector of zeros


total = grad(lambda x: named_like_what_writes(x).sum() + direction(x).sum())
