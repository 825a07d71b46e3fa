# The angle of the origin has no derivative: NaN in JAX and TensorFlow, where both coordinates are 0, and 0 in PyTorch.

import jax
import jax.numpy as jnp


def heading_loss(v, target):
    return jnp.mean((jnp.arctan2(v[..., 1], v[..., 0]) - target) ** 2)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `v[…]` and the other are not both 0: the gradient of an angle is NaN at the origin


def of_each_with_each_loss(p):
    d = p[:, None] - p[None]
    return jnp.mean(jnp.arctan2(d[..., 1], d[..., 0]))
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `d[..., 1]` is a pairwise difference and can be exactly 0: the gradient of an angle is NaN at the origin


def replaced_first_loss(v, target):
    at_origin = (v == 0).all(-1)
    x = jnp.where(at_origin, 1.0, v[..., 0])
    y = jnp.where(at_origin, 0.0, v[..., 1])
    return jnp.mean((jnp.arctan2(y, x) - target) ** 2)


def beside_a_length_loss(v, target):
    length = jnp.sqrt(jnp.sum(v**2, -1) + 1e-12)
    return jnp.mean((jnp.arctan2(length, v[..., 0]) - target) ** 2)


def wrapped_loss(angle, target):
    wrapped = jnp.arctan2(jnp.sin(angle - target), jnp.cos(angle - target))
    return jnp.mean(wrapped**2)


def behind_a_relu_loss(x, target):
    v = jax.nn.relu(x)
    return jnp.mean((jnp.arctan2(v[..., 1], v[..., 0]) - target) ** 2)


def looked_at(v):
    return jnp.arctan2(v[..., 1], v[..., 0])
