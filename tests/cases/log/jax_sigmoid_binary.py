# Binary cross-entropy by hand has two logarithms, and each is invalid at one end of the sigmoid.

import jax.numpy as jnp
from jax import nn


def bce(logits, labels):
    p = nn.sigmoid(logits)
    return -(labels * jnp.log(p) + (1.0 - labels) * jnp.log(1.0 - p)).mean()
    #                 ^^^^^^^^^^ NAN101 warning: `p` is a sigmoid
    # fixed: nn.log_sigmoid(logits)
    # or: jnp.log(jnp.clip(p, 1e-10, 1.0))
    #                                               ^^^^^^^^^^^^^^^^ NAN101 warning: `1.0 - p` can be 0 where a sigmoid is exactly 1 (for inputs above 17)
    # fixed: nn.log_sigmoid(-logits)
    # or: jnp.log(jnp.clip(1.0 - p, 1e-10, 1.0))
