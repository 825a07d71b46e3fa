# TensorFlow's loops and maps run what they are given, too.

import tensorflow as tf


def of_each(w, x):
    p = tf.nn.relu(x @ w)
    return tf.map_fn(lambda row: row / tf.reduce_sum(row), p)
    #                            ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.reduce_sum(row)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


def at_once(w, x):
    p = tf.nn.relu(x @ w)
    return tf.vectorized_map(lambda row: row / tf.reduce_sum(row), p)
    #                                    ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.reduce_sum(row)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


def scanned(w, x):
    p = tf.nn.relu(x @ w)
    return tf.scan(lambda total, row: total + row / tf.reduce_sum(row), p, tf.zeros(3))
    #                                         ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.reduce_sum(row)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


def looped(w, x):
    p = tf.nn.relu(x @ w)
    return tf.while_loop(lambda i, c: i < 3, lambda i, c: (i + 1, c / tf.reduce_sum(c)), (0, p))
    #                                                             ^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.reduce_sum(c)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


def of_what_adds_up(w, x):
    p = tf.nn.softmax(x @ w)
    return tf.map_fn(lambda row: row / tf.reduce_sum(row), p)
