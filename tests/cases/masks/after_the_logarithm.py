import numpy as np
import tensorflow as tf
import torch


def too_late(x):
    p = torch.softmax(x, -1)
    a = torch.log(p) + 1e-8
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    b = torch.nan_to_num(torch.log(p))
    #                    ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    c = torch.log(p).clamp(min=-100)
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    q = tf.nn.softmax(x)
    d = tf.where(q > 0, tf.math.log(q), 0.0)
    #                   ^^^^^^^^^^^^^^ NAN101 warning: `q` is a softmax
    return a, b, c, d
