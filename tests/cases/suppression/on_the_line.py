# A comment on the line silences the finding, in our own words and in those of flake8.

import tensorflow as tf


def losses(x):
    p = tf.nn.softmax(x)
    a = tf.math.log(p)  # nanproof: ignore[NAN101]
    b = tf.math.log(p)  # nanproof: ignore
    c = tf.math.log(p)  # noqa: NAN101
    d = tf.math.log(p)  # noqa: E501, NAN101
    e = tf.math.log(p)  # nanproof: ignore[NAN102, NAN101]
    #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN901 information: `NAN102` finds nothing to silence here
    # fixed: # nanproof: ignore[NAN101]
    f = tf.math.log(p)  # type: ignore  # nanproof: ignore[NAN101]
    return a, b, c, d, e, f
