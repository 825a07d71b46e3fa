# XLA adds constants first as well.

import tensorflow as tf


@tf.function(jit_compile=True)
def loss(z):
    p = tf.tanh(z)
    return tf.math.log(1 - p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `1 - p + 1e-8` loses its mask when compiled: 1 + 1e-8, added first, is 1 in float32; use a maximum
