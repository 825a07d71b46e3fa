# A function written out by hand is replaced where the framework has it, with the axis it had: not for whole numbers, which the stable functions refuse, nor under an axis that means another by then.

import numpy as np
import tensorflow as tf
import torch


def softmax_of_drawn_integers():
    counts = torch.randint(0, 200, (4, 5)).float()
    return torch.exp(counts) / torch.exp(counts).sum(dim=1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `torch.exp(counts)` overflows, it is NaN; use PyTorch's own
    # fixed: torch.softmax(counts, dim=1)
    # from: `torch.exp(counts)` made here, values in [0.999999523, inf]


def softmax_over_an_axis_that_is_another_by_then(scores, axis):
    e = tf.exp(scores)
    s = tf.reduce_sum(e, axis, keepdims=True)
    axis = 0
    return tf.math.log(e / s), axis
    #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `e / s` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: nothing
    # from: `e / s` made here, exactly 0 in float32 once a logit trails the largest by 87
    #                  ^^^^^ NAN402 hint: this is a softmax written out by hand: where `tf.exp(scores)` overflows, it is NaN; use TensorFlow's own
    # fixed: e = tf.exp(scores - tf.reduce_max(scores, axis=axis, keepdims=True))
    # adds: - tf.reduce_max(scores, axis=axis, keepdims=True)


def softmax_over_an_axis_that_stays(scores, axis):
    e = tf.exp(scores)
    s = tf.reduce_sum(e, axis, keepdims=True)
    return tf.math.log(e / s)
    #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `e / s` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.nn.log_softmax(scores, axis=axis)
    # removes: s = tf.reduce_sum(e, axis, keepdims=True)
    # removes: e = tf.exp(scores)
    # from: `e / s` made here, exactly 0 in float32 once a logit trails the largest by 87
    #                  ^^^^^ NAN402 hint: this is a softmax written out by hand: where `tf.exp(scores)` overflows, it is NaN; use TensorFlow's own
    # fixed: tf.nn.softmax(scores, axis=axis)
    # removes: s = tf.reduce_sum(e, axis, keepdims=True)
    # removes: e = tf.exp(scores)


def softmax_over_a_computed_axis(scores):
    return tf.exp(scores) / tf.reduce_sum(tf.exp(scores), axis=len(scores.shape) - 1, keepdims=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `tf.exp(scores)` overflows, it is NaN; use TensorFlow's own
    # fixed: tf.exp(scores - tf.reduce_max(scores, axis=len(scores.shape) - 1, keepdims=True)) / tf.reduce_sum(tf.exp(scores - tf.reduce_max(scores, axis=len(scores.shape) - 1, keepdims=True)), axis=len(scores.shape) - 1, keepdims=True)


def scores_that_change_with_their_axis(scores, axis):
    p = tf.exp(scores) / tf.reduce_sum(tf.exp(scores), axis=axis, keepdims=True)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `tf.exp(scores)` overflows, it is NaN; use TensorFlow's own
    # fixed: tf.nn.softmax(scores, axis=axis)
    axis = 0
    scores = scores + 1
    return tf.math.log(p), axis, scores
    #      ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: nothing
    # from: `tf.exp(scores) / tf.reduce_sum(tf.exp(scores), axis=axis, keepdims=True)` made here, exactly 0 in float32 once a logit trails the largest by 87


def complement_of_a_softmax(x):
    return torch.log(1 - torch.exp(x) / torch.exp(x).sum(dim=1, keepdim=True))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.exp(…) / torch…xp(…).sum(…)` can be 0 where a softmax is exactly 1: log(0) is -inf; keep it above 0
    # fixed: nothing
    # from: `torch.exp(x) / torch.exp(x).sum(dim=1, keepdim=True)` made here, exactly 1 in float32 once one logit leads the others by 17
    #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `torch.exp(x)` overflows, it is NaN; use PyTorch's own
    # fixed: torch.softmax(x, dim=1)


def complement_of_a_sigmoid(x):
    return torch.log(1 - 1 / (1 + torch.exp(-x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - 1 / (…)` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0
    # fixed: torch.nn.functional.logsigmoid(-x)
    # from: `1 / (1 + torch.exp(-x))` made here, exactly 1 in float32 for inputs above 17
    #                    ^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a sigmoid written out by hand: where `torch.exp(-x)` overflows, its gradient is NaN; use PyTorch's own
    # fixed: torch.sigmoid(x)


def logarithm_of_a_tanh(x):
    return torch.log((torch.exp(x) - torch.exp(-x)) / (torch.exp(x) + torch.exp(-x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(…) / (…)` is a tanh, exactly 0 for an input of 0: log(0) is -inf; keep it above 0
    # fixed: nothing
    # from: `(torch.exp(x) - torch.exp(-x)) / (torch.exp(x) + torch.exp(-x))` made here, exactly 0 for an input of 0
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a tanh written out by hand: where `torch.exp(x)` overflows, it is NaN; use PyTorch's own
    # fixed: torch.tanh(x)


def logarithm_of_a_share_of_a_sigmoid(x):
    return torch.log(0.5 * (torch.exp(x) / (1 + torch.exp(x))))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `0.5 * (torch.exp(…) / (…))` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: nothing
    # from: `torch.exp(x) / (1 + torch.exp(x))` made here, exactly 0 in float32 for inputs below -89
    #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a sigmoid written out by hand: where `torch.exp(x)` overflows, it is NaN; use PyTorch's own
    # fixed: torch.sigmoid(x)


def logarithm_of_a_sigmoid_with_a_factor(x, w):
    return torch.log(w * torch.exp(x) / (1 + torch.exp(x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `w * torch.exp(x) / (1 + torch.exp(x))` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(w * torch.exp(x) / (1 + torch.exp(x)), min=1e-10))
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a sigmoid written out by hand: where `torch.exp(x)` overflows, it is NaN; use PyTorch's own
    # fixed: w * torch.sigmoid(x)


def without_scipy(x):
    return np.log(np.exp(x) / np.exp(x).sum(axis=1, keepdims=True))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `np.exp(…) / np.exp(…).sum(…)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: nothing
    # from: `np.exp(x) / np.exp(x).sum(axis=1, keepdims=True)` made here, exactly 0 in float64 once a logit trails the largest by 745
    #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `np.exp(x)` overflows, it is NaN; use NumPy's own
    # fixed: np.exp(x - np.max(x, axis=1, keepdims=True)) / np.exp(x - np.max(x, axis=1, keepdims=True)).sum(axis=1, keepdims=True)
