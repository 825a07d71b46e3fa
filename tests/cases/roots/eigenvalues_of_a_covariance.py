"""A covariance of fewer rows than columns has eigenvalues of 0, and below it by rounding; one with a ridge has none."""

import tensorflow as tf


def whitened(x):
    x = x - tf.reduce_mean(x, axis=0)
    covariance = tf.matmul(x, x, transpose_a=True) / tf.cast(tf.shape(x)[0], tf.float32)
    values, vectors = tf.linalg.eigh(covariance)
    return tf.matmul(tf.matmul(x, vectors), tf.linalg.diag(1.0 / tf.sqrt(values)))
    #                                                      ^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.sqrt(values)` can be 0, as an eigenvalue can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1.0 / tf.sqrt(tf.maximum(values, 1e-12))
    # from: `tf.linalg.eigh(covariance)` made here, exactly 0 where columns depend on each other
    # from: `tf.sqrt(values)` made here, values in [0, inf]
    #                                                            ^^^^^^^^^^^^^^^ NAN103 warning: `values` is an eigenvalue and can be below 0: sqrt(-1) is NaN; keep it above 0
    # fixed: tf.sqrt(tf.maximum(values, 1e-10))
    # from: `tf.linalg.eigh(covariance)` made here, below 0 by rounding, where columns depend on each other


def entropy(x):
    values = tf.linalg.eigvalsh(tf.matmul(tf.transpose(x), x))
    return -tf.reduce_sum(values * tf.math.log(values))
    #                              ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `values` is an eigenvalue, exactly 0 where columns depend on each other: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.maximum(values, 1e-10))
    # from: `tf.linalg.eigvalsh(tf.matmul(tf.transpose(x), x))` made here, exactly 0 where columns depend on each other


def kept(x, ridge, symmetric):
    gram = tf.matmul(x, x, transpose_a=True)
    values, vectors = tf.linalg.eigh(gram + ridge * tf.eye(8))
    bounded = tf.maximum(tf.linalg.eigvalsh(gram), 1e-6)
    return tf.sqrt(tf.square(values)), tf.math.log(bounded), 1.0 / tf.linalg.eigvalsh(symmetric), vectors
