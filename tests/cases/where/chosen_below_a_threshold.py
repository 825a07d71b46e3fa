# A norm of 0 is below each threshold that is an exponential, and the other side is chosen there.

import tensorflow as tf


def clipped(grads, log_mean, deviation):
    norm = tf.linalg.global_norm(grads)
    largest = tf.exp(log_mean + deviation)
    # FIXME: 0 is below the largest, where 1 is chosen
    factor = tf.where(norm < largest, tf.ones_like(norm), tf.exp(log_mean) / norm)
    #                                                     ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `norm` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    return [g * factor for g in grads]
