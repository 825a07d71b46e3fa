# The operand may be passed by keyword, in any order.

import tensorflow as tf
import torch


def keywords(z):
    p = tf.nn.softmax(logits=z)
    a = tf.log(x=p)
    #   ^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: tf.nn.log_softmax(logits=z)
    # or: tf.log(x=tf.clip_by_value(p, 1e-10, 1.0))
    b = tf.math.log(name="loss", x=p)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: tf.math.log(name="loss", x=tf.clip_by_value(p, 1e-10, 1.0))
    q = torch.softmax(input=z, dim=0)
    c = torch.log(input=q)
    #   ^^^^^^^^^^^^^^^^^^ NAN101 warning: `q` is a softmax
    # fixed: torch.log_softmax(input=z, dim=0)
    # removes: q = torch.softmax(input=z, dim=0)
    # or: torch.log(input=torch.clamp(q, 1e-10, 1.0))
    return a, b, c
