# A floor that is put inside of a `with`, of an attribute that one of several branches sets, is not believed behind it.

import numpy as np
import tensorflow as tf


class Gaussian(tf.Module):
    def __init__(self, min_std=1e-6, kind="softplus"):
        self._low = None
        if kind == "exp":
            if min_std is not None:
                self._low = np.log(min_std)
        elif min_std is not None:
            self._low = np.log(np.exp(min_std) - 1)
        self.dense = tf.keras.layers.Dense(4)

    def log_std(self, x):
        scale = self.dense(x)
        with tf.name_scope("limits"):
            if self._low is not None:
                scale = tf.maximum(scale, self._low)
        with tf.name_scope("scale"):
            # FIXME: the floor keeps it above 0
            return tf.math.log(tf.math.softplus(scale))
            #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.math.softplus(scale)` is a softplus, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
