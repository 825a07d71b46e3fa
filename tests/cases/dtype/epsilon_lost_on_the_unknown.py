"""An epsilon on something unknown is believed to be a mask, but for one that is 0 in the dtype of the tensor."""

import tensorflow as tf
import torch


def in_half(x):
    h = x.half()
    return torch.log(h + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `h + 1e-8` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(h + 1e-8, min=1e-4))


def in_half_of_tensorflow(x):
    h = tf.cast(x, tf.float16)
    return tf.math.log(h + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `h + 1e-8` stays above 0: log(0) is -inf
    # fixed: tf.math.log(tf.maximum(h + 1e-8, 1e-4))


def in_single(x):
    return torch.log(x.float() + 1e-50)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x.float() + 1e-50` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(x.float() + 1e-50, min=1e-10))


def large_enough(x, z):
    return torch.log(x.half() + 1e-4), torch.log(x.bfloat16() + 1e-8), tf.math.log(z + 1e-8)


def of_any_dtype(x):
    return torch.log(x + 1e-50)
