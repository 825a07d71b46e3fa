# A Flax module is applied to its parameters and answers what its `__call__` returns.

import flax.linen as nn
import jax.numpy as jnp


class Classifier(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nn.softmax(nn.Dense(10)(x))


def loss(params, x, labels):
    p = Classifier().apply(params, x)
    return -jnp.sum(labels * jnp.log(p))
    #                        ^^^^^^^^^^ NAN101 warning: `p` is a softmax
