"""A weight that is stepped by hand, `self.w -= rate * slope`, is kept; one that is computed anew was thrown away."""

import tensorflow as tf


class Scale(tf.keras.Model):
    def build(self, shape):
        self.stepped = tf.Variable(tf.zeros(4))
        self.averaged = tf.Variable(tf.zeros(4))
        self.trained = tf.Variable(tf.zeros(4))
        self.gate = tf.Variable(tf.zeros(4))

    def call(self, x):
        return x / self.stepped, x / self.averaged, x / self.trained, x / self.gate
        #      ^^^^^^^^^^^^^^^^ NAN102 warning: `self.stepped` is a variable that starts at 0 and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        #                                           ^^^^^^^^^^^^^^^^ NAN102 warning: `self.trained` is a variable that starts at 0 and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        #                                                             ^^^^^^^^^^^^^ NAN102 warning: `self.gate` is a variable that starts at 0 and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0

    def step(self, slope):
        self.gate = tf.nn.sigmoid(slope)
        self.stepped -= 0.1 * slope
        self.averaged = 0.9 * self.averaged + 0.1 * slope
