import tensorflow as tf

tf.debugging.enable_check_numerics()
w = tf.Variable([1.0, 2.0])
target = tf.constant([1.0, 2.0])
with tf.GradientTape() as tape:
    squared = tf.reduce_sum((w - target) ** 2)
    loss = tf.sqrt(squared)  # NAN
print(tape.gradient(loss, w))
