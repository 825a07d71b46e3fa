"""The places at which a condition holds pick what the condition itself picks."""

import numpy as np
import tensorflow as tf
import torch


def by_where(x):
    p = np.maximum(x, 0)
    # FIXME: nothing: these are above 0
    return np.log(p[np.where(p > 0)])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p[np.where(p > 0)]` can be 0: log(0) is -inf; keep it above 0


def by_the_nonzero(x):
    p = np.maximum(x, 0)
    places = np.nonzero(p)
    # FIXME: nothing
    return np.log(p[places])
    #      ^^^^^^^^^^^^^^^^^ NAN101 warning: `p[places]` can be 0: log(0) is -inf; keep it above 0


def made_flat(x):
    p = np.maximum(x, 0)
    # FIXME: nothing
    return np.log(p[np.flatnonzero(p)])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p[np.flatnonzero(p)]` can be 0: log(0) is -inf; keep it above 0


def in_torch(x):
    p = torch.relu(x)
    places = (p > 0).nonzero(as_tuple=True)
    # FIXME: nothing
    return torch.log(p[places])
    #      ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p[places]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def gathered(x):
    p = tf.nn.relu(x)
    places = tf.where(p > 0)
    # FIXME: nothing
    return tf.math.log(tf.gather_nd(p, places))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.gather_nd(p, places)` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def extracted(x):
    p = np.maximum(x, 0)
    # FIXME: nothing, of either
    return np.log(np.extract(p > 0, p)), np.log(np.compress(p > 0, p))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `np.extract(p > 0, p)` stays above 0: log(0) is -inf
    #                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `np.compress(p > 0, p)` stays above 0: log(0) is -inf
