# An operand may go on over several lines, and each of the fixes takes all of it.

import tensorflow as tf


def loss(x, w, b, y):
    return -tf.reduce_sum(y * tf.math.log(
    #                         ^^^^^^^^^^^^+5 NAN101 warning: ...a softmax
    # fixed: tf.nn.log_softmax( tf.matmul(x, w) + b, )
    # or: tf.math.log( tf.clip_by_value( tf.nn.softmax( tf.matmul(x, w) + b, ), 1e-10, 1.0, ) )
    # or (unsafe): tf.reduce_sum(tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=tf.matmul(x, w) + b))
        tf.nn.softmax(
            tf.matmul(x, w)
            + b,
        )
    ))
