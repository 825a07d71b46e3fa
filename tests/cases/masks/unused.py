# A clip whose result nobody uses masks nothing.

import numpy as np
import tensorflow as tf
import torch
from scipy.special import softmax


def thrown_away(z):
    p = tf.nn.softmax(z)
    tf.clip_by_value(p, 1e-10, 1.0)
    return tf.math.log(p)
    #      ^^^^^^^^^^^^^^ NAN201 warning: `tf.clip_by_value(p, 1e-10, 1.0)` masks nothing: its result is thrown away
    # fixed: tf.nn.log_softmax(z)
    # or: p = tf.clip_by_value(p, 1e-10, 1.0)


def method_thrown_away(z):
    p = torch.sigmoid(z)
    p.clamp(1e-7, 1 - 1e-7)
    return torch.log(p) + torch.log(1 - p)
    #      ^^^^^^^^^^^^ NAN201 warning: `p.clamp(1e-7, 1 - 1e-7)` masks nothing: its result is thrown away
    # fixed: torch.nn.functional.logsigmoid(z)
    # or: p = p.clamp(1e-7, 1 - 1e-7)
    #                     ^^^^^^^^^^^^^^^^ NAN201 warning: `p.clamp(1e-7, 1 - 1e-7)` masks nothing: its result is thrown away
    # fixed: torch.nn.functional.logsigmoid(-z)
    # or: p = p.clamp(1e-7, 1 - 1e-7)


def never_read(z):
    p = torch.softmax(z, -1)
    clipped = torch.clamp(p, min=1e-10)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN201 warning: `torch.clamp(p, min=1e-10)` masks nothing: its result `clipped` is never used
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(clipped)


def in_place(z):
    p = torch.sigmoid(z)
    p.clamp_(1e-7, 1 - 1e-7)
    return torch.log(p)


def rebound(z):
    p = torch.sigmoid(z)
    p = p.clamp(1e-7, 1 - 1e-7)
    return torch.log(p) + torch.log(1 - p)


def read_elsewhere(z):
    p = torch.softmax(z, -1)
    floor = torch.clamp(p, min=1e-10)
    return torch.log(p) * floor
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))


def too_late_for(z):
    p = torch.softmax(z, -1)
    a = torch.log(p)
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    torch.clamp(p, min=1e-10)
    return a


def written_into(z):
    # FIXME: the second mask works, for it is written into `q`
    p, q, r = torch.sigmoid(z), torch.sigmoid(z), torch.relu(z)
    torch.clamp(p, min=1e-10, out=p)
    torch.clamp_(q, min=1e-10)
    torch.clamp(r, min=1e-10)
    return torch.log(p), torch.log(q), torch.log(r)
    #                    ^^^^^^^^^^^^ NAN101 warning: `q` is a sigmoid
    #                                  ^^^^^^^^^^^^ NAN201 warning: ...its result is thrown away


def written_by_numpy(z):
    p, q, r, s = softmax(z), softmax(z), softmax(z), softmax(z)
    # An `out` that is not named is written into as well.
    np.clip(p, 1e-10, 1.0, p)
    q.clip(1e-10, 1.0, out=q)
    r.clip(1e-10, 1.0)
    np.maximum(s, 1e-10, s)
    return np.log(p), np.log(q), np.log(r), np.log(s)
    #                            ^^^^^^^^^ NAN201 warning: ...its result is thrown away


def in_another_function(z):
    p = tf.nn.softmax(z)

    def bounded():
        tf.clip_by_value(p, 1e-10, 1.0)

    bounded()
    return tf.math.log(p)
    #      ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.nn.log_softmax(z)


def a_bound_of_another(z, x):
    p = tf.nn.softmax(z)
    tf.clip_by_value(x, p, 1.0)
    tf.maximum(1e-10, tf.stop_gradient(p))
    return tf.math.log(p)
    #      ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.nn.log_softmax(z)
