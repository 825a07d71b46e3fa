# A policy of mixed precision makes what layers compute float16, and so what is cast to their dtype: -1e9 is -inf there.

import tensorflow as tf
from tensorflow.keras import mixed_precision, layers

mixed_precision.set_global_policy("mixed_float16")


class A(layers.Layer):
    def __init__(self, d):
        super().__init__()
        self.wq = layers.Dense(d)

    def call(self, x, mask):
        logits = self.wq(x)
        mask = tf.cast(mask, logits.dtype)
        logits += mask * -1e9
        #         ^^^^^^^^^^^ NAN107 warning: `-1e9` is -inf in half precision: where `mask` is 0 the product is 0 * Inf, NaN; use a finite mask
        return tf.nn.softmax(logits, axis=-1)

    def other(self, x, mask):
        logits = self.wq(x)
        mask = tf.cast(mask[:, None, :], tf.float16)
        logits = logits + -1e9 * mask
        #                 ^^^^^^^^^^^ NAN107 warning: `-1e9` is -inf in half precision: where `mask` is 0 the product is 0 * Inf, NaN; use a finite mask
        return tf.nn.softmax(logits, axis=-1)

    def small(self, x, mask):
        logits = self.wq(x)
        mask = tf.cast(mask, logits.dtype)
        logits += mask * -1e4
        return tf.nn.softmax(logits, axis=-1)

    def wide(self, x, mask):
        logits = tf.cast(self.wq(x), tf.float32)
        mask = tf.cast(mask, tf.float32)
        logits += mask * -1e9
        return tf.nn.softmax(logits, axis=-1)
