# A division by a norm is mended where the norm is made: masking the divisor leaves the norm's own gradient NaN.

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


def unit_or_zero(x):
    n = jnp.linalg.norm(x)
    return jnp.where(n > 0, x / n, 0.0)
    #                       ^^^^^ NAN302 information: `jnp.where(n > 0
    # fixed: x / jnp.where(n > 0, n, 1.0)
    # adds: squared_n = jnp.sum(jnp.square(x))
    # adds: jnp.where(squared_n == 0, 0.0, jnp.sqrt(jnp.where(squared_n == 0, 1.0, squared_n)))
    # or (unsafe): n = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))


def inverse_distance(x, y):
    d = jnp.linalg.norm(x - y, axis=-1)
    return jnp.where(d > 0, 1.0 / d, 0.0)
    #                       ^^^^^^^ NAN302 information: `jnp.where(d > 0
    # fixed: 1.0 / jnp.where(d > 0, d, 1.0)
    # adds: squared_d = jnp.sum(jnp.square(x - y), axis=-1)
    # adds: jnp.where(squared_d == 0, 0.0, jnp.sqrt(jnp.where(squared_d == 0, 1.0, squared_d)))
    # or (unsafe): d = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x - y), axis=-1), 1e-12))


def norm_in_the_condition(x):
    return jnp.where(jnp.linalg.norm(x) > 0, x / jnp.linalg.norm(x), 0.0)
    #                                        ^^^^^^^^^^^^^^^^^^^^^^ NAN302 information: `jnp.where(…)` masks the value but leaves the gradient NaN where `….norm(…)` is 0; mask it first
    # fixed: x / jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))


@tf.function(jit_compile=True)
def compiled(x):
    n = tf.norm(x, axis=-1, keepdims=True)
    return tf.where(n > 0.0, x / n, tf.zeros_like(x))
    #                        ^^^^^ NAN302 information: `tf.where(…)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed (unsafe): n = tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(x), axis=-1, keepdims=True), 1e-12))
    # adds: tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(x), axis=-1, keepdims=True), 1e-12))


def defined_by_pytorch(x):
    n = torch.norm(x)
    return torch.where(n > 0, x / n, 0.0)
    #                         ^^^^^ NAN302 information: `torch.where(n > 0
    # fixed: x / torch.where(n > 0, n, 1.0)
    # or: x / n.clamp(min=1e-6)
    # or (unsafe): x / (n + 1e-8)


def written_out(x):
    n = torch.sqrt(torch.sum(x**2, dim=-1, keepdim=True))
    return x / n
    #      ^^^^^ NAN102 warning: `n` is a norm
    # fixed: n = torch.sqrt(torch.clamp(torch.sum(x**2, dim=-1, keepdim=True), min=1e-12))
    # adds: torch.clamp(
    # adds: , min=1e-12)


def written_out_and_chosen(x):
    n = torch.sqrt(torch.sum(x**2, dim=-1, keepdim=True))
    return torch.where(n > 0, x / n, 0.0)
    #                         ^^^^^ NAN302 information: `torch.where(n > 0
    # fixed (unsafe): n = torch.sqrt(torch.clamp(torch.sum(x**2, dim=-1, keepdim=True), min=1e-12))
    # adds: torch.clamp(
    # adds: , min=1e-12)


def written_out_with_methods(x):
    return x / (x**2).sum(-1, keepdim=True).sqrt()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(…).sum(…).sqrt()` is a norm, exactly 0 for a vector of zeros
    # fixed: x / (x**2).sum(-1, keepdim=True).clamp(min=1e-12).sqrt()
    # or: torch.nn.functional.normalize(x, dim=-1)


def in_tensorflow(x):
    return x / tf.sqrt(tf.reduce_sum(tf.square(x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.sqrt(…)` is a norm, exactly 0 for a vector of zeros
    # fixed: x / tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(x)), 1e-12))


def logarithm_of_a_norm(x):
    n = jnp.linalg.norm(x)
    return jnp.log(n)
    #      ^^^^^^^^^^ NAN101 information: `n` is a norm
    # fixed: n = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))


def root_of_a_norm(x):
    return jnp.sqrt(jnp.linalg.norm(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `jnp.linalg.norm(x)` is a norm
    # fixed: jnp.sqrt(jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12)))


def power_of_a_norm(x):
    n = jnp.linalg.norm(x)
    return n**-0.5
    #      ^^^^^^^ NAN103 information: `n` is a norm
    # fixed: n = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))


def steep_power_of_a_norm(x):
    n = jnp.linalg.norm(x)
    return n**-3
    #      ^^^^^ NAN103 information: `n` is a norm
    # fixed (unsafe): jnp.maximum(n, 1e-3)**-3


def with_comments(x):
    n = jnp.linalg.norm(
        x,
        axis=-1,  # the rows
        keepdims=True,
    )
    return x / n
    #      ^^^^^ NAN102 information: `n` is a norm
    # fixed (unsafe): x / jnp.maximum(n, 1e-6)


def length(v):
    return jnp.linalg.norm(v)


def made_in_another_function(x):
    # Who else asks for a length is not known here: the norm itself stays as it is.
    return x / length(x)
    #      ^^^^^^^^^^^^^ NAN102 information: `length(x)` is a norm
    # fixed (unsafe): x / jnp.maximum(length(x), 1e-6)


def a_chain_of_lines(x):
    n = jnp.sqrt(
        jnp.square(x)
        .sum(-1)
    )
    return jnp.where(n > 0, 1.0 / n, 0.0)
    #                       ^^^^^^^ NAN302 information: `jnp.where(n > 0, 1.0 / n, 0.0)` masks the value but leaves the gradient NaN where `n` is 0
