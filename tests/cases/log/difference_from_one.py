"""`exp(a - b) - 1` is 0 where both are equal: the discrete Weibull likelihood, once both hazards meet."""

import tensorflow as tf
import torch


def weibull(start, stop, event):
    return -(event * torch.log(torch.exp(stop - start) - 1.0) - stop).mean()
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.exp(stop - start) - 1.0` stays above 0: log(0) is -inf


def of_keras(start, stop):
    return tf.math.log(tf.exp(stop - start) - 1.0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `tf.exp(stop - start) - 1.0` stays above 0: log(0) is -inf


def quiet(start, stop):
    gap = torch.clamp(stop - start, 1e-6, 60.0)
    return torch.log(torch.exp(gap) - 1.0)
