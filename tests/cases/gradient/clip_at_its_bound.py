# At the bound of a clip the derivative of what stands around it is infinite; newer releases of PyTorch stop it there.

import jax.numpy as jnp
import torch


def of_torch(x):
    y = torch.tanh(x)
    return torch.acos(y.clamp(-1, 1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: ...can be -1, as a tanh can
    # fixed (unsafe): torch.acos(y.clamp(-1 + 1e-7, 1 - 1e-7))


def of_torch_without_a_clip(x):
    return torch.acos(torch.tanh(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: ...is a tanh and can be exactly -1
    # fixed (unsafe): torch.acos(torch.clamp(torch.tanh(x), -0.9999999, 0.9999999))


def of_jax(x):
    y = jnp.tanh(x)
    return jnp.arccos(jnp.clip(y, -1, 1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: ...can be -1, as a tanh can
    # fixed (unsafe): jnp.arccos(jnp.clip(y, -1 + 1e-7, 1 - 1e-7))


def of_torch_through_what_is_elementwise(x):
    c = torch.softmax(x, dim=-1).clamp(0, 1)
    return torch.sqrt(1 - c**2)
    #      ^^^^^^^^^^^^^^^^^^^^ NAN301 warning: ...can be 0 where a softmax is exactly 1


def of_torch_by_a_bound_on_one_side(x):
    return torch.sqrt(torch.softmax(x, dim=-1).clamp_min(0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: ...can be 0, as a softmax can


def of_torch_by_bounds_that_are_not_met(x):
    return torch.acos(torch.tanh(x).clamp(-2, 2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.tanh(x).clamp(-2, 2)` can be -1, as a tanh can


def of_torch_by_bounds_of_which_one_is_not_met(x):
    return torch.acos(torch.tanh(x).clamp(-1, 2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.tanh(x).clamp(-1, 2)` can be 1, as a tanh can


def of_the_unknown(k):
    return jnp.sqrt(jnp.clip(jnp.diag(k), 0.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: ...can be 0


def of_squares(x, epsilon=0.0):
    return jnp.sqrt(jnp.sum(jnp.square(x), axis=-1).clip(epsilon))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: ...can be 0


def of_torch_by_bounds_of_the_unknown(x):
    return torch.sqrt(torch.clamp(x, 0.0, 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: ...can be 0
