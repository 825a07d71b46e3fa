# Gradients are clipped by the norm of all of them, and not differentiated again; one array may well be.

import jax
import jax.numpy as jnp
import tensorflow as tf


def clipped(grads, most):
    norm = jnp.sqrt(sum(jnp.sum(jnp.square(each)) for each in jax.tree_util.tree_leaves(grads)))
    return jax.tree_util.tree_map(lambda each: each * jnp.minimum(1.0, most / jnp.maximum(norm, 1e-6)), grads)


def reported(grads):
    parts = [jnp.sum(each**2) for each in jax.tree.leaves(grads)]
    return jnp.sqrt(sum(parts)), tf.linalg.global_norm(grads)


def distance_loss(x, y):
    return jnp.sqrt(jnp.sum(jnp.square(x - y)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `jnp.sum(jnp.square(x - y))` stays above 0


def norm_loss(x, y):
    return tf.norm(x - y) + jnp.sqrt(sum(jnp.sum(jnp.square(each)) for each in x))
    #      ^^^^^^^^^^^^^^ NAN301 information: nothing here shows that
    #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `sum(jnp.sum(…) for each in x)` stays above 0
