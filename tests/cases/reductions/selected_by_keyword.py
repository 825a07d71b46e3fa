"""What selects may be named: the mean of nothing is NaN as it is without the name; a condition that is asked for is not."""

import tensorflow as tf
import torch


def of_mask(x):
    return tf.reduce_mean(tf.boolean_mask(x, mask=x > 0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `x > 0` holds for any element, and the mean of none is NaN; ask first
    # fixed: nothing


def of_axis(x, m):
    return tf.reduce_mean(tf.boolean_mask(x, m > 0, axis=0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `m > 0` holds for any element, and the mean of none is NaN; ask first
    # fixed: nothing


def selected(x, m):
    return torch.masked_select(x, mask=m > 0).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `m > 0` holds for any element, and the mean of none is NaN; ask first
    # fixed: nothing


def asked(x, m):
    keep = m > 0
    if keep.any():
        return torch.masked_select(x, mask=keep).mean()
    return x.sum() * 0


def at_places(x, m):
    return tf.reduce_mean(tf.gather(x, axis=0, indices=tf.where(m > 0)[:, 0]))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `m > 0` holds for any element, and the mean of none is NaN; ask first
    # fixed: nothing
