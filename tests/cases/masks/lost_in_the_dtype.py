import tensorflow as tf
import torch


def too_small(z):
    p = tf.nn.softmax(z)
    a = tf.math.log(p + 1e-39)
    #   ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p + 1e-39`
    b = tf.math.log(p + 1e-50)
    #   ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p + 1e-50`
    c = tf.math.log(tf.clip_by_value(p, 1e-40, 1.0))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.clip_by_value(p, 1e-40, 1.0)`
    d = tf.math.log(1.0 - tf.clip_by_value(p, 1e-8, 1.0 - 1e-8))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1.0 - tf.clip_by_value(p, 1e-8, 1.0 - 1e-8)`
    e = tf.math.log(1e-10 + 1 - p)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1e-10 + 1 - p`
    q = torch.softmax(z, -1)
    f = torch.log(q + 1e-39)
    #   ^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `q + 1e-39` keeps the logarithm of a softmax finite
    g = torch.log(q + 1e-46)
    #   ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `q + 1e-46`
    return a, b, c, d, e, f, g
