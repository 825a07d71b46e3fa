"""The norm of all weights is 0 for no network; that of a gradient may be, where a loss takes the step."""

import jax
import jax.numpy as jnp
import optax


def decayed_loss(params, inner, x):
    return inner(params, x) + 1e-4 * optax.global_norm(params)


def adapted_loss(params, inner, x, y, most):
    grads = jax.grad(inner)(params, x)
    norm = optax.global_norm(grads)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `grads` is a gradient and can be exactly 0: the gradient of a norm is NaN at 0; keep its root above 0
    scale = jnp.where(norm > most, 0.5, 1.0)
    moved = jax.tree_util.tree_map(lambda p, g: p - scale * g, params, grads)
    return inner(moved, y) + 0.0 * norm


step = jax.value_and_grad(adapted_loss)
