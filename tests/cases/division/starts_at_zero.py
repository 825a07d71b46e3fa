"""A variable that starts at 0 is a divisor of 0 in the first step, and so is its norm; what is added to it keeps it away."""

import tensorflow as tf


class Rotation(tf.Module):
    def __init__(self, cameras):
        super().__init__()
        self.vector = tf.Variable(tf.zeros([cameras, 3]))
        self.drawn = tf.Variable(tf.random.normal([cameras, 3]))
        self.scale = tf.Variable(tf.zeros([1]))
        self.fixed = tf.Variable(tf.zeros([3]), trainable=False)

    def angle(self, i):
        turned = self.vector[i]
        angle = tf.norm(turned)
    #           ^^^^^^^^^^^^^^^ NAN301 warning: `turned` is a variable that starts at 0 and can be exactly 0: the gradient of a norm is NaN at 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(turned)), 1e-12))
    # from: `tf.Variable(tf.zeros([cameras, 3]))` made here, exactly 0 before the first step
    # from: `turned = self.vector[i]` goes into `turned` here
        return turned / angle, tf.sin(angle) / angle
    #          ^^^^^^^^^^^^^^ NAN102 warning: `angle` is a norm, exactly 0 before the first step: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): angle = tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(turned)), 1e-12))
    # adds: tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(turned)), 1e-12))
    # from: `tf.norm(turned)` made here, exactly 0 before the first step
    #                          ^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `angle` divides in `turned / angle` too, where it is told: what mends it where it is made mends both
    # fixed (unsafe): angle = tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(turned)), 1e-12))
    # adds: tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(turned)), 1e-12))

    def uncertain(self, losses):
        return losses / (2.0 * self.scale**2)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(2.0 * self.scale**2)` can be 0, as a variable that starts at 0 can: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): losses / tf.maximum(2.0 * self.scale**2, 1e-7)
    # or (unsafe): losses / (2.0 * self.scale**2 + 1e-8)
    # or (unsafe): tf.math.divide_no_nan(losses, 2.0 * self.scale**2)
    # from: `tf.Variable(tf.zeros([1]))` made here, exactly 0 before the first step

    def shown(self, x):
        return x / (1.0 + self.scale), x / tf.exp(self.scale), x / (tf.abs(self.scale) + 1e-3)

    def elsewhere(self, x):
        return x / tf.reduce_sum(self.drawn * self.scale), x / (x + self.scale), x / self.fixed
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.reduce_sum(…)` can be 0, as a variable that starts at 0 can: x / 0 is Inf or NaN; keep it away from 0
        # fixed: nothing
        # or (unsafe): tf.math.divide_no_nan(x, tf.reduce_sum(self.drawn * self.scale))
        # from: `tf.Variable(tf.zeros([1]))` made here, exactly 0 before the first step


