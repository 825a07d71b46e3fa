"""What a power makes of 0 is said with the exponent that stands in the source, also where it is a default or a name."""

import tensorflow as tf
import torch


def of_a_default(model, x, alpha=0.45):
    return ((model(x) - x) ** 2).mean() ** alpha
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((model(x) - x) ** 2).mean()` stays above 0: x ** 0.45 has an infinite gradient at 0


def in_place(model, adjacency):
    v = torch.relu(model(adjacency)).sum(-1)
    v **= -0.5
  # ^^^^^^^^^^ NAN103 warning: `v` can be 0, as a ReLU is for inputs of 0 or less: 0 ** -0.5 is Inf; keep it above 0
    return v.sum()


def by_a_name(model, x):
    order = -1 / 3
    return tf.pow(tf.nn.relu(model(x)), order)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `tf.nn.relu(model(x))` is a ReLU, exactly 0 for inputs of 0 or less: 0 ** -0.3333 is Inf; keep it above 0


def of_a_difference(x, y):
    return (torch.relu(x) - torch.relu(y)).pow(0.75)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `(…)` can be below 0 where a ReLU is exactly 0 (for inputs of 0 or less): (-1) ** 0.75 is NaN; keep it above 0


def whole(model, x):
    return torch.relu(model(x)) ** -2
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `torch.relu(model(x))` is a ReLU, exactly 0 for inputs of 0 or less: 0 ** -2 is Inf; keep it away from 0


def trained(x):
    p = torch.nn.Parameter(torch.tensor(2.5))
    return (torch.tanh(x) ** p).mean()  # which exponent it will be is not known: the sentence is that of any
    #       ^^^^^^^^^^^^^^^^^^ NAN103 warning: `torch.tanh(x)` is a tanh, exactly -1 for inputs below -9: (-1) ** 0.5 is NaN; keep it at 0 or above
