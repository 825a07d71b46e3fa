"""What `unbind` and `split` give back of what was put together are its parts: as a column of it is, so is each of them."""

import tensorflow as tf
import torch
import torch.nn.functional as F


def by_index(x):
    k = torch.stack([torch.relu(x), F.softplus(x) + 1.0], 1)
    return torch.log(k[:, 1])


def unbound(x):
    k = torch.stack([torch.relu(x), F.softplus(x) + 1.0], 1)
    _, b = k.unbind(1)
    # FIXME: nothing: it is the second of them, above 1
    return torch.log(b)
    #      ^^^^^^^^^^^^ NAN101 warning: `b` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0


def split(x):
    k = torch.cat([torch.relu(x[:, :1]), F.softplus(x[:, 1:]) + 1.0], 1)
    _, b = torch.split(k, [1, 4], 1)
    # FIXME: nothing
    return torch.log(b)
    #      ^^^^^^^^^^^^ NAN101 warning: `b` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0


def in_tensorflow(x):
    k = tf.stack([tf.nn.relu(x), tf.nn.softplus(x) + 1.0], 1)
    _, b = tf.unstack(k, axis=1)
    # FIXME: nothing
    return tf.math.log(b)
    #      ^^^^^^^^^^^^^^ NAN101 warning: `b` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
