# The logarithm of something that nothing is known of is information, not a warning.

import tensorflow as tf
import torch


def perplexity(p):
    return tf.math.log(p)
    #      ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    # fixed: tf.math.log(tf.maximum(p, 1e-10))


def energy(batch):
    return -torch.log(batch).mean()
    #       ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `batch` stays above 0
    # fixed: torch.log(torch.clamp(batch, min=1e-10))
