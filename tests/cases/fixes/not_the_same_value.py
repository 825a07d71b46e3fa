"""What is spelt alike need not be the same value, and what a norm is used for decides what may become of it at 0."""

import jax.numpy as jnp
import torch


def rebound_between(x):
    s = torch.exp(x).sum(1, keepdim=True)
    x = x + 1
    return torch.exp(x) / s
    #      ^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand
    # fixed: nothing


def spectral(x):
    n = jnp.linalg.norm(x, 2, axis=(1, 2), keepdims=True)
    return x / n
    #      ^^^^^ NAN102 information: `n` is a norm
    # fixed (unsafe): x / jnp.maximum(n, 1e-6)


def asked_about(x):
    n = jnp.linalg.norm(x, axis=-1, keepdims=True)
    return jnp.where(jnp.isclose(n, 0), 7.0, x / n)
    #                                        ^^^^^ NAN102 information: `n` is a norm
    # fixed (unsafe): n = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x), axis=-1, keepdims=True), 1e-12))
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x), axis=-1, keepdims=True), 1e-12))


def called_as_its_function(x, weigh):
    norm = jnp.linalg.norm(x, axis=-1, keepdims=True)
    return jnp.sum(x / norm, axis=-1, where=weigh(norm=3))
    #              ^^^^^^^^ NAN102 information: `norm` is a norm
    # fixed: norm = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x), axis=-1, keepdims=True), 1e-12))
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x), axis=-1, keepdims=True), 1e-12))
