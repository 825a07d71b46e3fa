import jax.numpy as jnp
import torch


def of_torch(x):
    y = torch.tanh(x)
    return torch.acos(y.clamp(-1, 1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: ... infinite at -1 and 1 (before PyTorch 2.14: from there on a clip has the derivative 0 at its bounds)
    # fixed (unsafe): torch.acos(y.clamp(-1 + 1e-7, 1 - 1e-7))


def of_torch_without_a_clip(x):
    return torch.acos(torch.tanh(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: ... infinite at -1 and 1
    # fixed (unsafe): torch.acos(torch.clamp(torch.tanh(x), -0.9999999, 0.9999999))


def of_jax(x):
    y = jnp.tanh(x)
    return jnp.arccos(jnp.clip(y, -1, 1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: ... infinite at -1 and 1
    # fixed (unsafe): jnp.arccos(jnp.clip(y, -1 + 1e-7, 1 - 1e-7))


def of_the_unknown(k):
    return jnp.sqrt(jnp.clip(jnp.diag(k), 0.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: ... infinite at 0


def of_squares(x, epsilon=0.0):
    return jnp.sqrt(jnp.sum(jnp.square(x), axis=-1).clip(epsilon))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: ... infinite at 0
