# What a stable function leaves without a use goes as well, but for the last statement of a block: an empty one does not parse.

import tensorflow as tf
import torch


def both_in_a_block_of_their_own(z):
    with tf.name_scope("softmax"):
        e = tf.exp(z)
        s = tf.reduce_sum(e, axis=-1, keepdims=True)
    return e / s
    #      ^^^^^ NAN402 hint: this is a softmax written out by hand: where `tf.exp(z)` overflows, it is NaN; use TensorFlow's own
    # fixed: tf.nn.softmax(z, axis=-1)
    # removes: s = tf.reduce_sum(e, axis=-1, keepdims=True)


def both_beside_something_else(z):
    with tf.name_scope("softmax"):
        e = tf.exp(z)
        s = tf.reduce_sum(e, axis=-1, keepdims=True)
        print(z)
    return e / s
    #      ^^^^^ NAN402 hint: this is a softmax written out by hand: where `tf.exp(z)` overflows, it is NaN; use TensorFlow's own
    # fixed: tf.nn.softmax(z, axis=-1)
    # removes: s = tf.reduce_sum(e, axis=-1, keepdims=True)
    # removes: e = tf.exp(z)


def nothing_else_but_a_comment(z):
    with tf.name_scope("softmax"):
        p = tf.nn.softmax(z)
        # of the logits, and not of the scores
    return tf.math.log(p)
    #      ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.nn.log_softmax(z)
    # or: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))
    # from: `tf.nn.softmax(z)` made here, exactly 0 in float32 once a logit trails the largest by 87


def two_that_are_divided(a, b):
    with tf.name_scope("softmax"):
        p = tf.nn.softmax(a)
        q = tf.nn.softmax(b)
    return tf.math.log(p / q)
    #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `p / q` can be 0, as a softmax is once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.nn.log_softmax(a) - tf.nn.log_softmax(b)
    # removes: q = tf.nn.softmax(b)
    # from: `tf.nn.softmax(a)` made here, exactly 0 in float32 once a logit trails the largest by 87
    #                  ^^^^^ NAN102 warning: `q` is a softmax, exactly 0 once a logit trails the largest by 87: x / 0 is Inf or NaN; keep it away from 0
    # fixed: tf.nn.log_softmax(a) - tf.nn.log_softmax(b)
    # adds: tf.nn.log_softmax(a) - tf.nn.log_softmax(b)
    # removes: q = tf.nn.softmax(b)
    # from: `tf.nn.softmax(b)` made here, exactly 0 in float32 once a logit trails the largest by 87


def two_that_are_divided_beside_something_else(a, b):
    with tf.name_scope("softmax"):
        p = tf.nn.softmax(a)
        q = tf.nn.softmax(b)
        print(a)
    return tf.math.log(p / q)
    #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `p / q` can be 0, as a softmax is once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.nn.log_softmax(a) - tf.nn.log_softmax(b)
    # removes: p = tf.nn.softmax(a)
    # removes: q = tf.nn.softmax(b)
    # from: `tf.nn.softmax(a)` made here, exactly 0 in float32 once a logit trails the largest by 87
    #                  ^^^^^ NAN102 warning: `q` is a softmax, exactly 0 once a logit trails the largest by 87: x / 0 is Inf or NaN; keep it away from 0
    # fixed: tf.nn.log_softmax(a) - tf.nn.log_softmax(b)
    # adds: tf.nn.log_softmax(a) - tf.nn.log_softmax(b)
    # removes: p = tf.nn.softmax(a)
    # removes: q = tf.nn.softmax(b)
    # from: `tf.nn.softmax(b)` made here, exactly 0 in float32 once a logit trails the largest by 87


def an_epsilon_of_one_branch(x, is_half):
    if is_half:
        print("half")
        eps = 1e-4
    return torch.log(torch.softmax(x, 1) + eps)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `torch.softmax(…) + eps` keeps the logarithm of a softmax finite and moves every value: log_softmax is exact
    # fixed (unsafe): torch.log_softmax(x, 1)
    # from: `torch.softmax(x, 1)` made here, values in [0, 1]


def an_epsilon_with_a_type(x):
    eps: float = 1e-8
    return torch.log(torch.softmax(x, 1) + eps)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `torch.softmax(…) + eps` keeps the logarithm of a softmax finite and moves every value: log_softmax is exact
    # fixed (unsafe): torch.log_softmax(x, 1)
    # removes: eps: float = 1e-8
    # from: `torch.softmax(x, 1)` made here, values in [0, 1]


def an_epsilon_of_two_names(x):
    eps = small = 1e-8
    return torch.log(torch.softmax(x, 1) + eps), small
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `torch.softmax(…) + eps` keeps the logarithm of a softmax finite and moves every value: log_softmax is exact
    # fixed (unsafe): torch.log_softmax(x, 1)
    # from: `torch.softmax(x, 1)` made here, values in [0, 1]


def an_epsilon_in_front_of_another_statement(x):
    eps = 1e-8; x = x * 2
    return torch.log(torch.softmax(x, 1) + eps)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `torch.softmax(…) + eps` keeps the logarithm of a softmax finite and moves every value: log_softmax is exact
    # fixed (unsafe): torch.log_softmax(x, 1)
    # from: `torch.softmax(x, 1)` made here, values in [0, 1]
