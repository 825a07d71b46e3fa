"""A variable that another method replaces with what it computes is a statistic; one that is made anew is a weight."""

import tensorflow as tf


class Normalizer:
    def __init__(self):
        self.total = tf.Variable(0, dtype=tf.float32)
        self.variance = tf.Variable(0, dtype=tf.float32)

    def observe(self, x, n):
        self.total.assign_add(x)
        self.variance = tf.clip_by_value(tf.math.divide_no_nan(self.total, n), 1e-2, 1e2)

    def normalize(self, x):
        return tf.math.divide_no_nan(x, tf.math.sqrt(self.variance))


class Scaled:
    def __init__(self):
        self.scale = tf.Variable(tf.random.normal([3]))

    def reset(self):
        self.scale = tf.Variable(tf.random.normal([3]))

    def call(self, x):
        return x * tf.sqrt(self.scale)
        #          ^^^^^^^^^^^^^^^^^^^ NAN103 warning: `self.scale` is a trained variable
