# A call with comments inside of it is one operation, over all its lines.

import tensorflow as tf


def loss(x):
    return tf.math.log(  # natural logarithm
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^+4 NAN101 warning: ...a softmax
        # of the output
        tf.nn.softmax(x),  # probabilities
        name="log",
    )
