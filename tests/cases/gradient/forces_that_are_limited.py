"""A force is the gradient of an energy: its length has a derivative only for who differentiates what moves by it."""

import jax
import jax.numpy as jnp


def limited(energy, most):
    slope = jax.grad(energy)

    def force(positions):
        found = -slope(positions)
        length = jnp.linalg.norm(found, axis=-1, keepdims=True)
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `found` can be 0, as a gradient can: the gradient of a norm is NaN at 0; keep its root above 0
        # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(found), axis=-1, keepdims=True), 1e-12))
        return found * jnp.minimum(1.0, most / jnp.maximum(length, 1e-6))

    return force


def penalty(critic, images):
    slopes = jax.vmap(jax.grad(critic))(images)
    return jnp.mean((jnp.linalg.norm(slopes, axis=-1) - 1.0) ** 2)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `slopes` is a gradient and can be exactly 0: the gradient of a norm is NaN at 0; keep its root above 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(slopes), axis=-1), 1e-12))


def loss(params, critic, images):
    return penalty(critic, images) + critic(images).mean()


def step(params, critic, images):
    return jax.value_and_grad(loss)(params, critic, images)
