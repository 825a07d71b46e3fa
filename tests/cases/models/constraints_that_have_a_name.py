# A constraint that another file finds by its name is a softplus by default, above 0: the name is not followed to it.

import tensorflow as tf
from baselines import constraints


class Radial(tf.keras.layers.Layer):
    def __init__(self, constraint="softplus"):
        super().__init__()
        self.constraint = constraints.get(constraint)

    def build(self, shape):
        self.deviation = self.add_weight(shape=shape, initializer=tf.keras.initializers.TruncatedNormal(mean=-3.0, stddev=0.1))

    def call(self, x):
        deviation = self.deviation
        if self.constraint:
            deviation = self.constraint(deviation)
        # FIXME: the constraint keeps it above 0
        return x + tf.math.log(tf.math.expm1(deviation))
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.math.expm1(deviation)` is an expm1, exactly -1 for inputs below -17: log(-1) is NaN; keep it above 0
