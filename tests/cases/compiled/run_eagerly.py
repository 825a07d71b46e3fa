# Where TensorFlow runs functions eagerly nothing is compiled, as long as the line stands there.

import tensorflow as tf

tf.config.run_functions_eagerly(True)


@tf.function
def loss(z):
    p = tf.tanh(z)
    return tf.math.log(1 - p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 information: `1 - p + 1e-8` loses its mask when compiled: 1 + 1e-8, added first, is 1 in float32; use a maximum
