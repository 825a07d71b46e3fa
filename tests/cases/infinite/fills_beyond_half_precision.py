# What is cast to half precision and filled with -1e10 is -inf there, as a fill and as what is added; JAX casts the number
# before anything is computed. bfloat16 holds it, and a triangle leaves something of each row.

import flax.linen as nn
import jax
import jax.numpy as jnp


def attn(scores, mask, v):
    scores = scores.astype(jnp.float16)
    return jax.nn.softmax(jnp.where(mask > 0, scores, -1e10), axis=-1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `jnp.where(…)` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def added(q, k, mask, v):
    s = (q @ k.T).astype(jnp.float16)
    bias = jnp.where(mask > 0, jnp.zeros(mask.shape, jnp.float16), jnp.full(mask.shape, -1e10).astype(jnp.float16))
    return jax.nn.softmax(s + bias, axis=-1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s + bias` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def selected(q, k, mask, v):
    s = (q @ k.T).astype(jnp.float16)
    bias = jax.lax.select(mask > 0, jnp.zeros(mask.shape, jnp.float16), jnp.full(mask.shape, -1e10, jnp.float16))
    return jax.nn.softmax(s + bias, axis=-1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s + bias` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def multiplied(scores, mask, v):
    s = scores.astype(jnp.float16)
    m = mask.astype(jnp.float16)
    return jax.nn.softmax(s + m * -1e9, axis=-1) @ v
    #                         ^^^^^^^^ NAN107 warning: `-1e9` is -inf in half precision: where `m` is 0 the product is 0 * Inf, NaN; use a finite mask


def small(scores, mask, v):
    scores = scores.astype(jnp.float16)
    return jax.nn.softmax(jnp.where(mask > 0, scores, -6e4), axis=-1) @ v


def wide(scores, mask, v):
    scores = scores.astype(jnp.float32)
    return jax.nn.softmax(jnp.where(mask > 0, scores, -1e10), axis=-1) @ v


def brain(scores, mask, v):
    scores = scores.astype(jnp.bfloat16)
    return jax.nn.softmax(jnp.where(mask > 0, scores, -1e10), axis=-1) @ v


def causal(scores, v):
    scores = scores.astype(jnp.float16)
    keep = jnp.tril(jnp.ones((8, 8)))
    return jax.nn.softmax(jnp.where(keep > 0, scores, -1e10), axis=-1) @ v


class Attention(nn.Module):
    dtype: jnp.dtype = jnp.float16

    @nn.compact
    def __call__(self, x, mask):
        scores = nn.Dense(8)(x).astype(self.dtype)
        bias = jnp.where(mask > 0, jnp.zeros(mask.shape, self.dtype), jnp.full(mask.shape, -1e10, self.dtype))
        return jax.nn.softmax(scores + bias, axis=-1) @ x
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `scores + bias` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


class Wide(nn.Module):
    dtype: jnp.dtype = jnp.float32

    @nn.compact
    def __call__(self, x, mask):
        scores = nn.Dense(8)(x).astype(self.dtype)
        return jax.nn.softmax(jnp.where(mask > 0, scores, -1e10), axis=-1) @ x
