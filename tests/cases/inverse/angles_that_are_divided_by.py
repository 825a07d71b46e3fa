"""Between two directions that are the same the angle is 0, and so is its sine: a slerp divides by it."""

import jax.numpy as jnp
import torch


def slerp(p, q, t):
    p = p / (jnp.linalg.norm(p, axis=-1, keepdims=True) + 1e-8)
    q = q / (jnp.linalg.norm(q, axis=-1, keepdims=True) + 1e-8)
    omega = jnp.arccos(jnp.clip(jnp.sum(p * q, -1, keepdims=True), -1.0, 1.0))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `jnp.clip(…)` can be 1 where a cosine similarity is above 1: acos has an infinite gradient at -1 and 1
    return jnp.sin((1 - t) * omega) / jnp.sin(omega) * p + jnp.sin(t * omega) / jnp.sin(omega) * q
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.sin(omega)` can be 0 where a cosine similarity is above 1: x / 0 is Inf or NaN; keep it away from 0
    #                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.sin(omega)` can be 0 where a cosine similarity is above 1: x / 0 is Inf or NaN; keep it away from 0


def straight_where_close(p, q, t):
    p, q = p / (p.norm() + 1e-8), q / (q.norm() + 1e-8)
    dot = torch.clamp(torch.dot(p, q), -1.0, 1.0)
    if dot > 0.9995:
        return (1 - t) * p + t * q
    omega = torch.acos(dot)
    #       ^^^^^^^^^^^^^^^ NAN301 warning: `dot` can be -1: acos has an infinite gradient at -1 and 1 (before PyTorch 2.14)
    return (torch.sin((1 - t) * omega) * p + torch.sin(t * omega) * q) / torch.sin(omega)


def inside(p, q, t):
    p, q = p / (p.norm() + 1e-8), q / (q.norm() + 1e-8)
    omega = torch.acos(torch.clamp(torch.dot(p, q), -1 + 1e-6, 1 - 1e-6))
    return (torch.sin((1 - t) * omega) * p + torch.sin(t * omega) * q) / torch.sin(omega)
