# A comment on a line of its own speaks of the statement below it, and of no other.

import tensorflow as tf


def losses(x):
    p = tf.nn.softmax(x)
    # nanproof: ignore[NAN101] p is a posterior that was
    # smoothed before
    a = tf.math.log(p)
    b = tf.math.log(p)
    #   ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.nn.log_softmax(x)
    # or: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))
    # from: `tf.nn.softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87
    # nanproof: ignore[NAN101]
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN901 information: `# nanproof: ignore[NAN101]` silences nothing
# fixed:
# removes: # nanproof: ignore[NAN101]

    c = tf.math.log(p)
    #   ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.nn.log_softmax(x)
    # or: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))
    # from: `tf.nn.softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87
    # nanproof: ignore
    d = tf.stack(
        [
            tf.math.log(p),
        ]
    )
    # noqa: NAN101
#   ^^^^^^^^^^^^^^ NAN901 information: `# noqa: NAN101` silences nothing
# fixed:
# removes: # noqa: NAN101
    e = tf.math.log(p)
    #   ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.nn.log_softmax(x)
    # or: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))
    # from: `tf.nn.softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87
    """
    # nanproof: ignore[NAN101]"""
    f = tf.math.log(p)
    #   ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.nn.log_softmax(x)
    # or: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))
    # from: `tf.nn.softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87
    return a, b, c, d, e, f
