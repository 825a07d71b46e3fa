"""Norms of derivatives by one of several arguments, as far as it is known by which."""

import jax
import jax.numpy as jnp


def critic(x, y):
    return jnp.sum(jax.nn.relu(x @ y))


def energy(x):
    return jnp.sum(jax.nn.relu(x))


def by_the_first(x, y):
    slope = jax.grad(critic, argnums=0)(x, y)
    return jnp.mean((jnp.linalg.norm(slope, axis=-1) - 1) ** 2)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `slope` is a gradient and can be exactly 0: the gradient of a norm is NaN at 0; keep its root above 0


def by_the_second(x, y):
    slope = jax.grad(critic, argnums=1)(x, y)
    return jnp.mean((jnp.linalg.norm(slope, axis=-1) - 1) ** 2)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `slope` is a gradient and can be exactly 0: the gradient of a norm is NaN at 0; keep its root above 0


def by_the_first_which_is_a_number(y):
    slope = jax.grad(critic, argnums=0)(1.0, y)
    return jnp.mean((jnp.linalg.norm(slope, axis=-1) - 1) ** 2)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `slope` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0


def by_the_second_which_is_a_number(x):
    slope = jax.grad(critic, argnums=1)(x, 1.0)
    return jnp.mean((jnp.linalg.norm(slope, axis=-1) - 1) ** 2)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `slope` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0


def by_both(x, y):
    slope = jax.grad(critic, argnums=(0, 1))(x, y)
    return jnp.mean((jnp.linalg.norm(slope[0], axis=-1) - 1) ** 2)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `slope[0]` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0


def by_a_setting(x, y, place):
    slope = jax.grad(critic, argnums=place)(x, y)
    return jnp.mean((jnp.linalg.norm(slope, axis=-1) - 1) ** 2)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `slope` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0


def by_the_second_of_what_is_unpacked(batch):
    slope = jax.grad(critic, argnums=1)(*batch)
    return jnp.mean((jnp.linalg.norm(slope, axis=-1) - 1) ** 2)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `slope` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0


def by_the_last(x, y):
    slope = jax.grad(critic, argnums=-1)(x, y)
    return jnp.mean((jnp.linalg.norm(slope, axis=-1) - 1) ** 2)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `slope` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0


def by_a_derivative(x):
    force = jax.grad(energy)(x)
    slope = jax.grad(energy)(force)
    return jnp.mean((jnp.linalg.norm(slope, axis=-1) - 1) ** 2)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `slope` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0


def by_an_input(x):
    slope = jax.grad(energy)(x)
    return jnp.mean((jnp.linalg.norm(slope, axis=-1) - 1) ** 2)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `slope` is a gradient and can be exactly 0: the gradient of a norm is NaN at 0; keep its root above 0


def by_settings(x, **settings):
    slope = jax.grad(critic, argnums=1)(x, **settings)
    return jnp.mean((jnp.linalg.norm(slope, axis=-1) - 1) ** 2)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `slope` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0


def loss(params, x, y, batch, place, settings):
    return (
        by_the_first(x, y)
        + by_the_second(x, y)
        + by_the_first_which_is_a_number(y)
        + by_the_second_which_is_a_number(x)
        + by_both(x, y)
        + by_a_setting(x, y, place)
        + by_the_second_of_what_is_unpacked(batch)
        + by_the_last(x, y)
        + by_a_derivative(x)
        + by_an_input(x)
        + by_settings(x, **settings)
        + params.sum()
    )


def step(params, *data):
    return params - 0.1 * jax.grad(loss)(params, *data)
