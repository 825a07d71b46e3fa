"""The gradient of a critic by its input, `jax.grad(f)(x)`, is 0 where it does not react; a step of training only takes one."""

import jax
import jax.numpy as jnp
import torch


def critic(params, x):
    return jnp.sum(jax.nn.relu(x @ params["w"]) @ params["v"])


def penalty_by_a_lambda(params, x):
    g = jax.vmap(jax.grad(lambda each: critic(params, each)))(x)
    return jnp.mean((jnp.linalg.norm(g, axis=-1) - 1) ** 2)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `g` is a gradient and can be exactly 0


def penalty_by_position(params, real, fake, key):
    share = jax.random.uniform(key, real.shape)
    mixed = share * real + (1 - share) * fake
    slopes = jax.vmap(jax.grad(critic, argnums=1), in_axes=(None, 0))(params, mixed)
    return jnp.mean((jnp.sqrt(jnp.sum(slopes**2, axis=1)) - 1) ** 2)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `jnp.sum(slopes**2, axis=1)` can be 0, as a gradient can


def penalty_with_an_epsilon(params, x):
    of_input = jax.grad(critic, argnums=1)
    slopes = jax.vmap(lambda each: of_input(params, each))(x)
    return jnp.mean((jnp.sqrt(jnp.sum(slopes**2, axis=1) + 1e-12) - 1) ** 2)


def curvature(params, x):
    """A second derivative is not 0 where the first one is."""
    second = jax.grad(jax.grad(lambda each: jnp.sum(critic(params, each))))(x)
    return jnp.mean(jnp.sqrt(1.0 + second**2))


def with_more_results(params, x):
    slopes, scores = jax.grad(critic, argnums=1, has_aux=True)(params, x)
    return jnp.sqrt(jnp.sum(scores**2 + 1e-12)) + slopes.sum()


def bits(scaler, x):
    return jnp.mean(x) * jnp.sqrt(jax.grad(scaler)(0.0))


def loss(params, real, fake, key):
    penalties = penalty_by_a_lambda(params, real) + penalty_by_position(params, real, fake, key)
    return (
        penalties
        + penalty_with_an_epsilon(params, real)
        + curvature(params, fake)
        + bits(jnp.sin, real)
        + with_more_results(params, real)
    )


@jax.jit
def step(params, real, fake, key):
    grads = jax.grad(loss)(params, real, fake, key)
    size = jnp.sqrt(sum(jnp.sum(g**2) for g in jax.tree.leaves(grads)))
    return jax.tree.map(lambda p, g: p - 0.1 * g * jnp.minimum(1.0, 1.0 / (size + 1e-6)), params, grads)


def penalty_of_torch(energy, x):
    slopes = torch.func.grad(lambda each: energy(each).sum())(x)
    return ((torch.sqrt((slopes**2).sum(-1)) - 1) ** 2).mean()
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `(slopes**2).sum(-1)` can be 0, as a gradient can
