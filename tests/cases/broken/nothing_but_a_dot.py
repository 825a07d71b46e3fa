import tensorflow as tf

p = tf.nn.softmax(tf.placeholder(tf.float32, [3]))
loss = tf.log(p)
#      ^^^^^^^^^ NAN101 warning: `p` is a softmax
tf.
