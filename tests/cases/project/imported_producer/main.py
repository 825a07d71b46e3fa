# A producer in another file is found through its package, by function, class and module.

import torch

from layers import Head, probabilities
import layers.head as head


def loss(x):
    a = torch.log(probabilities(x))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `probabilities(x)` is a softmax
    # from: head.py `torch.softmax(x, dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `probabilities(x)` returned by this call
    b = torch.log(Head()(x))
    #   ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `Head()(x)` is a sigmoid
    c = torch.log(head.probabilities(x))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `head.probabilities(x)` is a softmax
    return a, b, c, torch.log(probabilities(x) + head.EPSILON)
