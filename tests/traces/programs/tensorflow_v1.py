import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 3])
p = tf.nn.softmax(x)
entropy = -tf.reduce_sum(p * tf.log(p))  # NAN
checked = tf.check_numerics(entropy, "entropy")
with tf.Session() as session:
    session.run(checked, {x: [[200.0, 0.0, 0.0]]})
