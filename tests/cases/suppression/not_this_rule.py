# A comment that names another rule, or stands on another line, silences nothing.

import tensorflow as tf


def losses(x):
    p = tf.nn.softmax(x)
    a = tf.math.log(p)  # nanproof: ignore[NAN102]
    #   ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN901 information: `# nanproof: ignore[NAN102]` silences nothing
    # fixed:
    # removes: # nanproof: ignore[NAN102]
    b = tf.math.log(p)  # noqa: E501
    #   ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    c = tf.math.log(p)  # noqa
    #   ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    #                   ^^^^^^ NAN903 information: `# noqa` is for other tools, and does not silence NAN101
    # fixed: nothing
    d = tf.math.log(p)  # type: ignore
    #   ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    e = tf.math.log(p) + len("# nanproof: ignore")
    #   ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    f = tf.math.log(p)
    #   ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # nanproof: ignore[NAN101]
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN901 information: `# nanproof: ignore[NAN101]` silences nothing

    return a, b, c, d, e, f
