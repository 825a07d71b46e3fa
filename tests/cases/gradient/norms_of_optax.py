"""optax has a norm whose derivative is 0 for a vector of zeros."""

import jax
import jax.numpy as jnp
import optax


def stress_loss(pos, wanted):
    d = jnp.linalg.norm(pos[:, None] - pos[None], axis=-1)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `pos[:, None] - pos[None]` is a pairwise difference and can be exactly 0: the gradient of a norm is NaN at 0
    # fixed: optax.safe_norm(pos[:, None] - pos[None], 0.0, axis=-1)
    # or (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(pos[:, None] - pos[None]), axis=-1), 1e-12))
    return jnp.sum((d - wanted) ** 2)


def stress_loss_of_optax(pos, wanted):
    d = optax.safe_norm(pos[:, None] - pos[None], 0.0, axis=-1)
    return jnp.sum((d - wanted) ** 2)


step = jax.value_and_grad(stress_loss)


def spread_loss(pos):
    return jnp.sum(jnp.std(pos[:, None] - pos[None], axis=-1))
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `pos[:, None] - pos[None]` is a pairwise difference and can be exactly 0: the gradient of std is NaN at 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.var(pos[:, None] - pos[None], axis=-1), 1e-12))
    # from: `pos[:, None] - pos[None]` made here, exactly 0 where an element meets itself


step_of_spreads = jax.value_and_grad(spread_loss)
