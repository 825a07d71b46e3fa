# A `with` hides nothing, and of a `try` either part may have run.

import tensorflow as tf


def build(x):
    with tf.name_scope("output"):
        p = tf.nn.softmax(x)
    with tf.name_scope("loss"):
        a = tf.log(p)
        #   ^^^^^^^^^ NAN101 warning: `p` is a softmax
    try:
        q = tf.nn.relu(x)
    except ValueError:
        q = tf.nn.sigmoid(x)
    finally:
        b = tf.constant(1.0)
    return a + tf.log(q) + tf.log(b)
    #          ^^^^^^^^^ NAN101 warning: `q`
