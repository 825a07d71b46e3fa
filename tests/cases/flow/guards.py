# A condition that was asked before, in the same place and of the same name, excludes the invalid value.

import tensorflow as tf
import torch


def returned_early(x):
    p = torch.relu(x)
    if p.min() <= 0:
        return None
    return torch.log(p)


def asserted(x):
    p = torch.relu(x)
    assert (p > 0).all()
    return torch.log(p)


def selected(x):
    p = torch.softmax(x, -1)
    a = torch.log(p[p > 0])
    b = torch.log(p[p >= 0])
    #   ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: ...a softmax
    c = torch.log(torch.where(p > 0, p, torch.ones_like(p)))
    d = torch.log(torch.where(p <= 0, torch.ones_like(p), p))
    e = torch.log(torch.where(p > 0.5, torch.ones_like(p), p))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: ...a softmax
    return a, b, c, d, e


def where_tf(z):
    p = tf.nn.softmax(z)
    return tf.math.log(tf.where(p > 1e-8, p, 1e-8 * tf.ones_like(p)))


def wrong_branch(x):
    p = torch.sigmoid(x)
    if p > 0:
        return torch.log(p)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 error: `p` is 0: log(0) is -inf


def conditional(x):
    p = torch.sigmoid(x)
    return torch.log(p) if p > 0 else torch.zeros(1), torch.log(p if p > 1e-6 else torch.ones(1))


def another_variable(x, q):
    p = torch.sigmoid(x)
    if q > 0:
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid
    return q


def overwritten_after_the_guard(x):
    p = torch.sigmoid(x)
    if p > 0:
        p = torch.relu(x)
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU
    return p


def loop(xs):
    for x in xs:
        p = torch.sigmoid(x)
        if p == 0:
            continue
        yield torch.log(p)
