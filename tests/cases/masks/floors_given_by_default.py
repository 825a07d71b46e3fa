# A floor that is put where one is given, as it is by default, is one: `if self.low is not None`. Where None is the
# default, or one of several, it may not be there.

import numpy as np
import tensorflow as tf


class Gaussian(tf.Module):
    def __init__(self, min_std=1e-6, other=None):
        self._low = None
        if min_std is not None:
            self._low = np.log(np.exp(min_std) - 1)
        self._other = other
        self.dense = tf.keras.layers.Dense(4)

    def log_std(self, x):
        scale = self.dense(x)
        if self._low is not None:
            scale = tf.maximum(scale, self._low)
        return tf.math.log(tf.math.softplus(scale))

    def by_hand(self, x):
        scale = self.dense(x)
        if self._low is not None:
            scale = tf.maximum(scale, self._low)
        return tf.math.log(tf.math.log(1.0 + tf.exp(scale)))
        #                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a softplus written out by hand: where `tf.exp(scale)` overflows, it is Inf; use TensorFlow's own
        #                                    ^^^^^^^^^^^^^ NAN104 information: `scale` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32

    def with_other(self, x):
        scale = self.dense(x)
        if self._other is not None:
            scale = tf.maximum(scale, self._other)
        return tf.math.log(tf.math.softplus(scale))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.math.softplus(scale)` is a softplus, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0


def log_std(x, low=-13.0):
    scale = tf.keras.layers.Dense(4)(x)
    if low is not None:
        scale = tf.maximum(scale, low)
    return tf.math.log(tf.math.softplus(scale))
