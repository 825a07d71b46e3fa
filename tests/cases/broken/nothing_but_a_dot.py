# Somebody has typed a dot and waits for the completion: what stands above it is found.

import tensorflow as tf

p = tf.nn.softmax(tf.placeholder(tf.float32, [3]))
loss = tf.log(p)
#      ^^^^^^^^^ NAN101 warning: `p` is a softmax
tf.
