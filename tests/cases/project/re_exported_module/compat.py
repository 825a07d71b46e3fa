import tensorflow.compat.v1 as tf

softmax = tf.nn.softmax
