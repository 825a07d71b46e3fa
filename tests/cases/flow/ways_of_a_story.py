"""Why a value is what it is, is told on the way on which it is: of a tanh and a sigmoid, the sigmoid is 0."""

import tensorflow as tf
import torch


def of_branches(x, kind):
    if kind == "tanh":
        s = torch.exp(torch.tanh(x))
    else:
        s = torch.sigmoid(x)
    return torch.log(s)
    #      ^^^^^^^^^^^^ NAN101 warning: `s` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(s, min=1e-10))
    # or (unsafe): torch.log(s + 1e-8)
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89


def of_a_choice(x, is_flat):
    s = tf.exp(tf.tanh(x)) if is_flat else tf.sigmoid(x)
    return tf.math.log(s)
    #      ^^^^^^^^^^^^^^ NAN101 warning: `s` can be 0, as a sigmoid is for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.maximum(s, 1e-10))
    # or (unsafe): tf.math.log(s + 1e-8)
    # from: `tf.sigmoid(x)` made here, exactly 0 in float32 for inputs below -87


def of_operands(x, y):
    s = (1.5 + torch.tanh(x)) * torch.softmax(y, -1)
    return torch.log(s)
    #      ^^^^^^^^^^^^ NAN101 warning: `s` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(s, min=1e-10))
    # or (unsafe): torch.log(s + 1e-8)
    # from: `torch.softmax(y, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def spread(kind, x):
    return 1.0 + torch.sigmoid(x) if kind else torch.relu(x)


def of_a_helper(kind, x):
    s = spread(kind, x)
    return torch.log(s), torch.log(s + 1e-3)
    #      ^^^^^^^^^^^^ NAN101 warning: `s` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(s, min=1e-10))
    # or (unsafe): torch.log(s + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    # from: `spread(kind, x)` returned by this call


def scaled(s):
    return torch.log(s)
    #      ^^^^^^^^^^^^ NAN101 warning: `s` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(s, min=1e-10))
    # or (unsafe): torch.log(s + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less


def of_callers(x):
    return scaled(torch.exp(torch.tanh(x))) + scaled(torch.relu(x))
