"""A range is not empty, and a number over something is 0 nowhere: logarithms of these are not told."""

import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def uniform_policy(action_spec):
    return -tf.math.log(action_spec.maximum - action_spec.minimum)


def of_a_space(space):
    return jnp.log(space.high - space.low).sum()


def entropy(distribution):
    width = distribution.upper - distribution.lower
    return torch.log(width)


def of_two(space, other):
    return torch.log(space.high - other.low)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `space.high - other.low` stays above 0: log(0) is -inf


def the_other_way(space):
    return torch.log(space.low - space.high)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `space.low - space.high` stays above 0: log(0) is -inf


def added(space):
    return torch.log(space.high + space.low)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `space.high + space.low` stays above 0: log(0) is -inf


def of_other_ends(box):
    return torch.log(box.right - box.left)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `box.right - box.left` stays above 0: log(0) is -inf


def of_one_end(box, left):
    return torch.log(box.high - left)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `box.high - left` stays above 0: log(0) is -inf


def noise(zeta, delta):
    return zeta * torch.log(2 / delta)


def information_of(p):
    bits = 1.0 / p
    return torch.log2(bits)


def below_0(p):
    return torch.log(-1.0 / p)
    #      ^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `-1.0 / p` stays above 0: log(0) is -inf


def of_what_is_passed(p, q):
    return torch.log(p / q)
    #      ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `p / q` stays above 0: log(0) is -inf


def times(p):
    return torch.log(2.0 * p)
    #      ^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `2.0 * p` stays above 0: log(0) is -inf


def sampled(lengths, n):
    logits = tf.math.log(tf.cast(lengths, tf.float32))
    return tf.random.categorical([logits], n)
