"""A power of 0.5 is a root too, as that of two squares is: a floor goes inside it, or the gradient stays NaN."""

import jax.numpy as jnp
import tensorflow as tf
import torch


def of_torch(x):
    norm = x.pow(2).sum(1, keepdim=True).pow(0.5)
    return x / norm
    #      ^^^^^^^^ NAN102 warning: `norm` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: norm = x.pow(2).sum(1, keepdim=True).clamp(min=1e-12).pow(0.5)
    # adds: .clamp(min=1e-12)
    # from: `x.pow(2).sum(1, keepdim=True).pow(0.5)` made here, exactly 0 for a vector of zeros


def by_the_function(x):
    return x / torch.pow(torch.sum(x**2, 1, keepdim=True), 0.5)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.pow(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / torch.pow(torch.clamp(torch.sum(x**2, 1, keepdim=True), min=1e-12), 0.5)
    # from: `torch.pow(torch.sum(x**2, 1, keepdim=True), 0.5)` made here, exactly 0 for a vector of zeros


def by_the_operator(x):
    return x / x.pow(2).sum(1, keepdim=True) ** 0.5
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `x.pow(…).sum(…) ** 0.5` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / x.pow(2).sum(1, keepdim=True).clamp(min=1e-12) ** 0.5
    # from: `x.pow(2).sum(1, keepdim=True) ** 0.5` made here, exactly 0 for a vector of zeros


def of_two_sides(v, dx, dy):
    return v / (dx**2 + dy**2).sqrt()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(dx**2 + dy**2).sqrt()` is a length and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: v / (dx**2 + dy**2).clamp(min=1e-12).sqrt()
    # from: `(dx**2 + dy**2).sqrt()` made here, exactly 0 where all sides are 0


def of_jax(x):
    return x / jnp.power(jnp.sum(x**2, 1, keepdims=True), 0.5)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.power(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / jnp.power(jnp.maximum(jnp.sum(x**2, 1, keepdims=True), 1e-12), 0.5)
    # from: `jnp.power(jnp.sum(x**2, 1, keepdims=True), 0.5)` made here, exactly 0 for a vector of zeros


def by_the_operator_in_jax(x):
    return x / jnp.sum(x**2, 1, keepdims=True) ** 0.5
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.sum(…) ** 0.5` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / jnp.maximum(jnp.sum(x**2, 1, keepdims=True), 1e-12) ** 0.5
    # from: `jnp.sum(x**2, 1, keepdims=True) ** 0.5` made here, exactly 0 for a vector of zeros


def by_the_operator_in_tensorflow(x):
    norm = tf.reduce_sum(x * x, -1, keepdims=True) ** 0.5
    return x / norm
    #      ^^^^^^^^ NAN102 warning: `norm` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: norm = tf.maximum(tf.reduce_sum(x * x, -1, keepdims=True), 1e-12) ** 0.5
    # adds: tf.maximum(
    # adds: , 1e-12)
    # from: `tf.reduce_sum(x * x, -1, keepdims=True) ** 0.5` made here, exactly 0 for a vector of zeros
