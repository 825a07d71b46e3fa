# The inner product of a point of the hyperboloid with itself is -1 on paper: rounding leaves it above -1 for a fifth of
# them, and the inverse hyperbolic cosine of less than 1 is NaN.

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


class Hyperboloid(torch.nn.Module):
    def inner(self, x, y):
        return (x[..., 1:] * y[..., 1:]).sum(-1) - x[..., 0] * y[..., 0]

    def forward(self, x, y):
        return torch.acosh(-self.inner(x, y)).mean()
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `-self.inner(…)` stays at 1 or above, which rounding can leave: acosh is NaN below 1
    # fixed (unsafe): torch.acosh(torch.clamp(-self.inner(x, y), min=1.000001))


def lorentz(x, y):
    return -x[0] * y[0] + jnp.dot(x[1:], y[1:])


def distance(x, y):
    return jnp.arccosh(-lorentz(x, y))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `-lorentz(x, y)` stays at 1 or above, which rounding can leave: acosh is NaN below 1
    # fixed (unsafe): jnp.arccosh(jnp.maximum(-lorentz(x, y), 1.000001))


pull = jax.grad(distance)


def hyperbolic_loss(x, y, metric):
    return tf.reduce_mean(tf.acosh(-tf.reduce_sum(x * y * metric, axis=-1)))
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `-tf.reduce…um(…)` stays at 1 or above, which rounding can leave: acosh is NaN below 1
    # fixed (unsafe): tf.acosh(tf.maximum(-tf.reduce_sum(x * y * metric, axis=-1), 1.000001))


# What is bounded is told, and what is passed in is anything.


def bounded_loss(x, y, metric):
    return tf.reduce_mean(tf.acosh(tf.maximum(-tf.reduce_sum(x * y * metric, axis=-1), 1.0 + 1e-6)))


def passed(x):
    return torch.acosh(x)
