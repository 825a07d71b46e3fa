"""A softmax over the segments of a graph: what the largest of its own segment is subtracted from overflows nowhere."""

import jax
import jax.numpy as jnp
import tensorflow as tf
from jax.ops import segment_max, segment_min, segment_sum


def attention(params, h, senders, ids, n):
    scores = jax.nn.leaky_relu(h[senders] @ params["a"] + h[ids] @ params["b"])
    top = segment_max(scores, ids, num_segments=n)
    shifted = scores - top[ids]
    reveal_range(shifted)  # [-inf, 0] float32 takes -4000, 0
    e = jnp.exp(shifted)
    reveal_range(e)  # [0, 1.00000048] float32 takes 0, 1
    return e / segment_sum(e, ids, n)[ids]


def attention_by_take(params, h, ids, n):
    scores = h[ids] @ params["a"]
    e = jnp.exp(scores - jnp.take(jax.lax.stop_gradient(segment_max(scores, ids, n)), ids, axis=0))
    reveal_range(e)  # [0, 1.00000048] float32 takes 0, 1
    return jnp.log(jnp.take(segment_sum(e, ids, n), ids))


# The smallest leaves all others above 0, and the largest of other segments is not the own.
def from_below(params, h, ids, n):
    scores = h[ids] @ params["a"]
    shifted = scores - segment_min(scores, ids, n)[ids]
    reveal_range(shifted)  # any value float32 takes nothing
    return shifted


def of_others(params, h, ids, senders, n):
    scores = h[ids] @ params["a"]
    shifted = scores - segment_max(scores, ids, n)[senders]
    reveal_range(shifted)  # any value float32 takes 0
    return shifted


class Attention(tf.keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.score = tf.keras.layers.Dense(1)

    def call(self, h, ids, n):
        scores = self.score(h)
        e = tf.exp(scores - tf.gather(tf.math.unsorted_segment_max(scores, ids, n), ids))
        reveal_range(e)  # [0, 1.00000048] float32 takes 0, 1
        return e / tf.gather(tf.math.unsorted_segment_sum(e, ids, n), ids)

    def unshifted(self, h, ids, n):
        e = tf.exp(self.score(h))
        #   ^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `self.score(h)` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
        # fixed (unsafe): tf.exp(tf.minimum(self.score(h), 30.0))
        # from: `self.score(h)` made here, unbounded
        return e / tf.gather(tf.math.unsorted_segment_sum(e, ids, n), ids)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.gather(…)` can be 0, as an exponential is for inputs below -87: x / 0 is Inf or NaN; keep it away from 0
        # fixed: e / tf.maximum(tf.gather(tf.math.unsorted_segment_sum(e, ids, n), ids), 1e-7)
        # or (unsafe): e / (tf.gather(tf.math.unsorted_segment_sum(e, ids, n), ids) + 1e-8)
        # or (unsafe): tf.math.divide_no_nan(e, tf.gather(tf.math.unsorted_segment_sum(e, ids, n), ids))
        # from: `tf.exp(self.score(h))` made here, exactly 0 in float32 for inputs below -87


def loss(params, h, senders, ids, n):
    total = attention(params, h, senders, ids, n) + attention_by_take(params, h, ids, n)
    return (total + from_below(params, h, ids, n) + of_others(params, h, ids, senders, n)).sum()


gradient = jax.grad(loss)


def of_other_scores(params, h, ids, n):
    scores, others = h[ids] @ params["a"], h[ids] @ params["b"]
    shifted = scores - segment_max(others, ids, n)[ids]
    reveal_range(shifted)  # any value float32 takes nothing
    return shifted
