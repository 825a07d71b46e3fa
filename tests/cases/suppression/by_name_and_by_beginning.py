# A rule goes by its code, by the beginning of one, and by its name; a word that is none of these silences nothing.

import tensorflow as tf


def losses(x):
    p = tf.nn.softmax(x)
    a = tf.math.log(p)  # nanproof: ignore[unmasked-log] the loss is only shown
    b = tf.math.log(p)  # nanproof: ignore[NAN1]
    c = tf.math.log(p)  # noqa: NAN1
    d = tf.math.log(p)  # nanproof: ignore[Unmasked-Log, NAN3]
    #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN901 information: `NAN3` finds nothing to silence here
    # fixed: # nanproof: ignore[Unmasked-Log]
    e = tf.math.log(p)  # nanproof: ignore[unmasked]
    #   ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.nn.log_softmax(x)
    # or: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))
    # from: `tf.nn.softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87
    #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN902 information: there is no rule `unmasked`; did you mean `unmasked-log`?
    # fixed (unsafe): # nanproof: ignore[unmasked-log]
    f = tf.math.log(p)  # nanproof: ignore[NAN3, unmasked-root]
    #   ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.nn.log_softmax(x)
    # or: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))
    # from: `tf.nn.softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87
    #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN901 information: `# nanproof: ignore[NAN3, unmasked-root]` silences nothing
    # fixed:
    # removes: # nanproof: ignore[NAN3, unmasked-root]
    g = tf.math.log(p)  # nanproof: ignore[N]
    #   ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.nn.log_softmax(x)
    # or: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))
    # from: `tf.nn.softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87
    #                   ^^^^^^^^^^^^^^^^^^^^^ NAN902 information: there is no rule `N`
    # fixed:
    # removes: # nanproof: ignore[N]
    return a, b, c, d, e, f, g
