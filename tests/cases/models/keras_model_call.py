# Calling a Keras model is calling its `call`.

import tensorflow as tf


class Classifier(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = tf.keras.layers.Dense(10)
        self.out = tf.keras.layers.Dense(10, activation=tf.nn.softmax)

    def call(self, x):
        return self.out(self.dense(x))


classifier = Classifier()


def loss(x, y):
    return -tf.reduce_sum(y * tf.math.log(classifier(x)))
    #                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `classifier(x)` is a softmax
