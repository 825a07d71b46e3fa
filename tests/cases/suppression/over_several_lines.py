# Of a statement over several lines the comment may stand on any line from the finding on.

import tensorflow as tf


def losses(x, y):
    p = tf.nn.softmax(x)
    a = -tf.reduce_sum(
        y * tf.math.log(p),  # nanproof: ignore[NAN101]
        axis=1,
    )
    b = -tf.reduce_sum(
        y * tf.math.log(
            p,
        ),
    )  # nanproof: ignore[NAN101]
    return a, b
