# The comment may be written without spaces and in capitals; without a code in its brackets it names none.

import tensorflow as tf


def losses(x):
    p = tf.nn.softmax(x)
    a = tf.math.log(p)  #nanproof:ignore[nan101]
    b = tf.math.log(p)  # NANPROOF: IGNORE[NAN101] checked by hand
    c = tf.math.log(p)  # nanproof: ignore[]
    #   ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    #                   ^^^^^^^^^^^^^^^^^^^^ NAN901 information: `# nanproof: ignore[]` silences nothing
    d = tf.math.log(p)  # nano proof: ignore
    #   ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    return a, b, c, d
