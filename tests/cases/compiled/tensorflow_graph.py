# A TensorFlow 1 graph is compiled always: the usual mask of a discriminator's loss is gone.

import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 784])
d_fake = tf.nn.sigmoid(tf.layers.dense(x, 1))
d_loss = -tf.reduce_mean(tf.log(1.0 - d_fake + 1e-8))
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `1.0 - d_fake + 1e-8` loses its mask when compiled
# fixed: tf.log(tf.maximum(1.0 - d_fake, 1e-7))
