# A bound beside another operation of the same name is that one's; what is only part of the divisor, or is called once more, gets none of its own.

import jax
import jax.numpy as jnp
import torch
import torch.nn.functional as F


def normalised_twice_called(encode, x):
    return encode(x) / torch.norm(encode(x), dim=1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: encode(x) / torch.norm(encode(x), dim=1, keepdim=True).clamp(min=1e-6)
    # or (unsafe): encode(x) / (torch.norm(encode(x), dim=1, keepdim=True) + 1e-8)
    # from: `torch.norm(encode(x), dim=1, keepdim=True)` made here, exactly 0 for a vector of zeros


def normalised_by_name(encode, x):
    z = encode(x)
    return z / torch.norm(z, dim=1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: z / torch.norm(z, dim=1, keepdim=True).clamp(min=1e-6)
    # or: F.normalize(z, dim=1)
    # or (unsafe): z / (torch.norm(z, dim=1, keepdim=True) + 1e-8)
    # from: `torch.norm(z, dim=1, keepdim=True)` made here, exactly 0 for a vector of zeros


def by_a_scaled_root(x, w):
    d = w * torch.sqrt(torch.sum(x**2, dim=1))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `torch.sum(x**2, dim=1)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(torch.sum(x**2, dim=1), min=1e-10))
    # or (unsafe): torch.sqrt(torch.sum(x**2, dim=1) + 1e-8)
    return 1.0 / d
    #      ^^^^^^^ NAN102 warning: `d` can be 0, as a norm is for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: d = w * torch.sqrt(torch.clamp(torch.sum(x**2, dim=1), min=1e-12))
    # adds: torch.clamp(
    # adds: , min=1e-12)
    # from: `torch.sqrt(torch.sum(x**2, dim=1))` made here, exactly 0 for a vector of zeros


def likelihood(r, v):
    v = F.relu(v)
    return torch.log(v.clamp(min=1e-3)) + r**2 / v
    #                                     ^^^^^^^^ NAN102 warning: `v` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: r**2 / v.clamp(min=1e-3)
    # or (unsafe): r**2 / (v + 1e-8)
    # from: `F.relu(v)` made here, exactly 0 for inputs of 0 or less


def likelihood_of_twice_that(r, v):
    v = F.relu(v)
    return torch.log(v.clamp(min=1e-3)) + r**2 / (2 * v)
    #                                     ^^^^^^^^^^^^^^ NAN102 warning: `(2 * v)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: r**2 / (2 * v).clamp(min=1e-3)
    # or (unsafe): r**2 / (2 * v + 1e-8)
    # from: `F.relu(v)` made here, exactly 0 for inputs of 0 or less


def likelihood_with_weights(r, v, w):
    v, w = F.relu(v), F.relu(w)
    return torch.log(w.clamp(min=1e-3)) + r**2 / (v * w)
    #                                     ^^^^^^^^^^^^^^ NAN102 warning: `(v * w)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): r**2 / (v * w).clamp(min=1e-7)
    # or (unsafe): r**2 / (v * w + 1e-8)
    # from: `F.relu(v)` made here, exactly 0 for inputs of 0 or less


def logarithm_inside_of_the_divisor(v):
    v = F.relu(v)
    return 1.0 / (v * torch.log(v.clamp(min=1e-3)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(v * torch.log(…))` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # from: `F.relu(v)` made here, exactly 0 for inputs of 0 or less


def likelihood_of_what_was_a_pair(r, a, b):
    v = (F.relu(a), F.relu(b))
    v = torch.stack(v)
    return torch.log(v.clamp(min=1e-3)) + r**2 / v
    #                                     ^^^^^^^^ NAN102 warning: `v` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: r**2 / v.clamp(min=1e-3)
    # or (unsafe): r**2 / (v + 1e-8)
    # from: `F.relu(a)` made here, exactly 0 for inputs of 0 or less
    # from: `v = torch.stack(v)` goes into `v` here


@jax.grad
def two_norms_behind_a_choice(x, y):
    n = jnp.linalg.norm(x) + jnp.linalg.norm(y)
    return jnp.where(n > 0, jnp.sum(x) / n, 0.0)
    #                       ^^^^^^^^^^^^^^ NAN302 information: `jnp.where(…)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed (unsafe): n = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12)) + jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(y)), 1e-12))
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(y)), 1e-12))
    # from: `jnp.linalg.norm(x)` made here, exactly 0 for a vector of zeros


@jax.grad
def one_norm_behind_a_choice(x):
    n = jnp.linalg.norm(x)
    return jnp.where(n > 0, jnp.sum(x) / n, 0.0)
    #                       ^^^^^^^^^^^^^^ NAN302 information: `jnp.where(…)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed: jnp.sum(x) / jnp.where(n > 0, n, 1.0)
    # adds: squared_n = jnp.sum(jnp.square(x))
    # adds: jnp.where(squared_n == 0, 0.0, jnp.sqrt(jnp.where(squared_n == 0, 1.0, squared_n)))
    # or (unsafe): n = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))
    # from: `jnp.linalg.norm(x)` made here, exactly 0 for a vector of zeros
