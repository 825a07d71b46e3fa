"""What Keras gives to a loss are labels and outputs: their product picks the share of the true class, which underflows."""

import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K


def likelihood(y_true, y_pred):
    return -K.log(K.sum(y_true * y_pred, axis=-1))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `K.sum(…)` can be 0, as a softmax is once a logit trails the largest by 87


def complement(labels, outputs):
    labels = tf.cast(labels, outputs.dtype)
    true = tf.reduce_sum(tf.multiply(outputs, labels), axis=1, keepdims=True)
    return tf.reduce_sum((1.0 - labels) * outputs / (1.0 - true), axis=1)
    #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(1.0 - true)` can be 0 where a softmax is exactly 1


def masked(y_true, y_pred, weights=tf.constant([1.0, 0.5, 0.5])):
    return -tf.math.log(tf.reduce_sum(y_true * y_pred, axis=-1) + 1e-7) * tf.reduce_sum(weights * y_true, axis=-1)


def of_all(y_true, y_pred):
    """Not all rows of a batch miss their class at once."""
    return -tf.math.log(tf.reduce_sum(y_true * y_pred))


def overlap(y_true, y_pred):
    both = tf.reduce_sum(y_true * y_pred, axis=[0, 1])
    return 1.0 - (2.0 * both + 1.0) / (tf.reduce_sum(y_true, axis=[0, 1]) + tf.reduce_sum(y_pred, axis=[0, 1]) + 1.0)


def reweighted(prior):
    def loss(y_true, y_pred):
        chosen = tf.reduce_sum(prior * y_pred, axis=-1)
        return -tf.math.log(chosen) - tf.math.log(_true(y_pred, y_true))
        #       ^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `chosen` stays above 0
        #                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `_true(y_pred, y_true)` can be 0, as a softmax can

    return loss


def _true(shares, labels):
    return tf.reduce_sum(labels * shares, axis=-1)


class Margin(keras.losses.Loss):
    def call(self, y_true, y_pred):
        true = tf.reduce_sum(y_pred * y_true, axis=-1)
        return tf.math.log(1.0 - true)
        #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1.0 - true` can be 0 where a softmax is exactly 1


def several(y_true, y_pred):
    return -tf.math.log(tf.reduce_sum(y_true * y_pred, axis=-1))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `tf.reduce_sum(y_true * y_pred, axis=-1)` stays above 0


def tagger():
    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="sigmoid")])
    model.compile("adam", loss=several)
    return model


def classifiers(x, prior):
    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile("adam", loss=likelihood)
    model.compile("adam", loss=complement)
    model.compile("adam", loss=masked)
    model.compile("adam", loss=of_all)
    model.compile("adam", loss=overlap)
    model.compile("adam", loss=reweighted(prior))
    model.compile("adam", loss=Margin())
    return model
