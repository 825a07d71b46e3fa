"""A parameter of Flax that starts at 0, however its initializer is spelt."""

import flax.linen as nn
import jax.numpy as jnp


class Scaled(nn.Module):
    @nn.compact
    def __call__(self, x):
        a = self.param("a", nn.initializers.zeros_init(), (x.shape[-1],))
        b = self.param("b", nn.initializers.ones_init(), (x.shape[-1],))
        return jnp.tanh(a * x) / a + x / b
        #      ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `a` is a variable that starts at 0, exactly 0 before the first step: x / 0 is Inf or NaN; keep it away from 0
