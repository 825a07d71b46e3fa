"""Only what Keras gives as the labels picks one share of each row; what else is multiplied may pick several, or none."""

import tensorflow as tf
from settings import *
from tensorflow import keras


def within(y_true, y_pred):
    allowed = tf.reduce_sum(tf.cast(ALLOWED, tf.float32) * y_pred, axis=-1)
    return -tf.math.log(allowed)
    #       ^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `allowed` stays above 0: log(0) is -inf


def among_all_that_are_known(y_true, y_pred):
    return -tf.math.log(tf.reduce_sum(KNOWN * y_pred, axis=-1))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `tf.reduce_sum(KNOWN * y_pred, axis=-1)` stays above 0: log(0) is -inf


def of_the_first_half(y_true, y_pred):
    labels, weights = y_true
    return -tf.math.log(tf.reduce_sum(labels * y_pred, axis=-1)) * weights
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `tf.reduce_sum(labels * y_pred, axis=-1)` stays above 0: log(0) is -inf


def of_each_annotator(y_true, y_pred):
    loss = 0.0
    for labels in y_true:
        loss -= tf.math.log(tf.reduce_sum(labels * y_pred, axis=-1))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `tf.reduce_sum(labels * y_pred, axis=-1)` stays above 0: log(0) is -inf
    return loss


def weighted(y_true, y_pred, weights=KNOWN):
    return -tf.math.log(tf.reduce_sum(weights * y_pred, axis=-1))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `tf.reduce_sum(weights * y_pred, axis=-1)` stays above 0: log(0) is -inf


def cast_again_and_again(y_true, y_pred):
    labels = y_true
    for _ in range(2):
        labels = tf.cast(labels, tf.float32)
    reveal_range(labels * y_pred)  # any value float32 takes 0
    return -tf.math.log(tf.reduce_sum(labels * y_pred, axis=-1))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `tf.reduce_sum(labels * y_pred, axis=-1)` stays above 0: log(0) is -inf


def encoded(y_true, y_pred):
    return -tf.math.log(tf.reduce_sum(encode(y_true) * y_pred, axis=-1))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `tf.reduce_sum(encode(y_true) * y_pred, axis=-1)` stays above 0: log(0) is -inf


def up_to_the_true_one(y_true, y_pred):
    return -tf.math.log(tf.reduce_sum(tf.cumsum(y_true, axis=-1) * y_pred, axis=-1))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `tf.reduce_sum(tf.cumsum(…) * y_pred, axis=-1)` stays above 0: log(0) is -inf


def named(y_true, y_pred):
    return -tf.math.log(tf.reduce_sum(tf.multiply(y_true, y_pred, name="picked"), axis=-1))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `tf.reduce_sum(tf.multiply(…), axis=-1)` stays above 0: log(0) is -inf


def share(shares, labels=KNOWN):
    return tf.reduce_sum(labels * shares, axis=-1)


def by_default(y_true, y_pred):
    return -tf.math.log(share(y_pred))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `share(y_pred)` stays above 0: log(0) is -inf


def classifiers():
    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile("adam", loss=within)
    model.compile("adam", loss=among_all_that_are_known)
    model.compile("adam", loss=of_the_first_half)
    model.compile("adam", loss=of_each_annotator)
    model.compile("adam", loss=weighted)
    model.compile("adam", loss=cast_again_and_again)
    model.compile("adam", loss=encoded)
    model.compile("adam", loss=up_to_the_true_one)
    model.compile("adam", loss=named)
    model.compile("adam", loss=by_default)
    return model
