# A lambda is a function: inside of it nothing is known of a parameter that its callers do not tell.

import tensorflow as tf

xent = lambda y, p: -tf.reduce_sum(y * tf.log(p))
#                                      ^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0


def loss(y, z):
    return xent(y, z)
