# What is asserted, or left early, holds below; of a threshold that nobody knows only the lower side is trusted.

import tensorflow as tf
import torch


def asserted(x):
    p = tf.nn.softmax(x)
    tf.debugging.assert_greater(p, 0.0)
    return tf.math.log(p)


def asserted_positive(x):
    p = tf.nn.softmax(x)
    tf.debugging.assert_positive(p)
    return tf.math.log(p)


def any_left(x):
    p = torch.softmax(x, -1)
    if (p < 1e-10).any():
        return p
    return torch.log(p)


def above_a_threshold(x, threshold):
    p = torch.sigmoid(x)
    if p > threshold:
        return torch.log(p), torch.log(1 - p)
        #                    ^^^^^^^^^^^^^^^^ NAN101 warning: `1 - p` can be 0 where a sigmoid is exactly 1 (for inputs above 17)
    return p
