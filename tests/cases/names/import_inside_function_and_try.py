# An import counts where it runs: in both parts of a `try`, and inside of one function only.

try:
    import tensorflow.compat.v1 as tf
except ImportError:
    import tensorflow as tf


def one(x):
    return tf.log(tf.nn.softmax(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.nn.softmax(x)` is a softmax


def two(x):
    import torch

    return torch.log(torch.softmax(x, 0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(x, 0)` is a softmax


def three(x):
    return torch.log(torch.softmax(x, 0))  # NameError: imported in another function
