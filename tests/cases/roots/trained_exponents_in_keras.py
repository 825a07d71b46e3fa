# A weight of a layer is as good an exponent as a parameter: it begins at 3.0 and does not stay there.

import tensorflow as tf


class Pooled(tf.keras.layers.Layer):
    def build(self, shape):
        self.p = self.add_weight(name="p", shape=(1,), initializer=tf.keras.initializers.Constant(3.0))

    def call(self, x):
        return tf.reduce_mean(x**self.p, axis=[1, 2])
        #                     ^^^^^^^^^ NAN103 information: nothing here shows that `x` stays at least 0: below it a power is NaN, once its exponent is trained
        # fixed: nothing
