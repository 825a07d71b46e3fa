# An augmented assignment masks what comes behind it, or takes the mask away again.

import tensorflow as tf

EPS = 1e-7


def masked(x):
    w = tf.nn.softmax(x)
    bare = tf.math.log(w)
    #      ^^^^^^^^^^^^^^ NAN101 warning: `w` is a softmax
    w += EPS
    return bare, tf.math.log(w)


def unmasked(x):
    w = tf.nn.softmax(x) + EPS
    w -= EPS
    return tf.math.log(w)
    #      ^^^^^^^^^^^^^^ NAN201 warning: `w -= EPS` masks nothing: it moves 1e-7 the wrong way, to 0
