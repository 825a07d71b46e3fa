# A bound that is itself invalid, or stands at the other end, masks nothing.

import tensorflow as tf
import torch


def wrong(z):
    p = torch.softmax(z, -1)
    a = torch.log(torch.clamp(p, min=0))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.clamp(p, min=0)` masks nothing: its lower bound 0 is let through
    b = torch.log(torch.clamp(p, max=1.0))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.clamp(p, max=1.0)` masks nothing: it lets 0 through
    c = torch.log(torch.clamp(p, 0, 1))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.clamp(p, 0, 1)` masks nothing: its lower bound 0 is let through
    d = torch.log(torch.abs(p))
    #   ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.abs(p)`
    e = tf.math.log(tf.nn.relu(z))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.nn.relu(z)` is a ReLU
    f = tf.math.log(tf.maximum(z, 0.))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `tf.maximum(z, 0.)` masks nothing: its lower bound 0 is let through
    return a, b, c, d, e, f
