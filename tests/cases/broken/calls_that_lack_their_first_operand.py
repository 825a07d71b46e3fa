"""A call that is being typed lacks its first operand, a comparison its second, and nothing is known of them."""

import tensorflow as tf
import torch


def asserted(x):
    tf.debugging.assert_greater(y=0.0)
    return tf.math.log(x)
    #      ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0: log(0) is -inf


def counted(x, keep):
    return x / torch.where(keep >, keep.sum(1), 1)
