# What is chosen from the probabilities that a function of the file returns is chosen from their logarithms instead.

import tensorflow as tf
import torch
import torch.nn.functional as F


def activated(v):
    return tf.sigmoid(v)


def probabilities(v):
    return F.softmax(v, dim=1)


def chances(v):
    return torch.sigmoid(v)


class Head:
    def scores(self, v):
        return torch.sigmoid(v)

    def loss(self, v, y):
        p = self.scores(v)
        return -torch.log(torch.where(y > 0, p, 1 - p))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.where(y > 0, p, 1 - p)` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(torch.where(y > 0, p, 1 - p), 1e-10, 1.0))
        # or (unsafe): torch.where(y > 0, F.logsigmoid(v), F.logsigmoid(-v))
        # or (unsafe): torch.log(torch.where(y > 0, p, 1 - p) + 1e-8)
        # from: `torch.sigmoid(v)` made here, exactly 0 in float32 for inputs below -89
        # from: `self.scores(v)` returned by this call


def focal(x, labels):
    y = activated(x)
    return tf.math.log(tf.where(labels > 0, y, 1 - y))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.where(…)` can be 0, as a sigmoid is for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: tf.where(labels > 0, tf.math.log_sigmoid(x), tf.math.log_sigmoid(-x))
    # or: tf.math.log(tf.clip_by_value(tf.where(labels > 0, y, 1 - y), 1e-10, 1.0))
    # or (unsafe): tf.math.log(tf.where(labels > 0, y, 1 - y) + 1e-8)
    # from: `tf.sigmoid(v)` made here, exactly 0 in float32 for inputs below -87
    # from: `activated(x)` returned by this call


def of_the_class(z, y):
    p = probabilities(z)
    return -torch.log(p.gather(1, y))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p.gather(1, y)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: F.log_softmax(z, dim=1).gather(1, y)
    # removes: p = probabilities(z)
    # or: torch.log(torch.clamp(p.gather(1, y), 1e-10, 1.0))
    # or (unsafe): torch.log(p.gather(1, y) + 1e-8)
    # from: `F.softmax(v, dim=1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `probabilities(z)` returned by this call


def rebound(z, y):
    p = probabilities(z)
    z = z + 1
    return -torch.log(p.gather(1, y)), z
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p.gather(1, y)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: F.log_softmax(logits, dim=1).gather(1, y)
    # adds: logits = z
    # or: torch.log(torch.clamp(p.gather(1, y), 1e-10, 1.0))
    # or (unsafe): torch.log(p.gather(1, y) + 1e-8)
    # from: `F.softmax(v, dim=1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `probabilities(z)` returned by this call


def changed(z, y):
    p = probabilities(z)
    z.zero_()
    return -torch.log(p.gather(1, y))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p.gather(1, y)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p.gather(1, y), min=1e-10))
    # or (unsafe): torch.log(p.gather(1, y) + 1e-8)
    # from: `F.softmax(v, dim=1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `probabilities(z)` returned by this call


def called_twice(net, z, y):
    p = chances(net(z))
    return -torch.log(torch.where(y > 0, p, 1 - p))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.where(y > 0, p, 1 - p)` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.where(y > 0, p, 1 - p), 1e-10, 1.0))
    # or (unsafe): torch.log(torch.where(y > 0, p, 1 - p) + 1e-8)
    # from: `torch.sigmoid(v)` made here, exactly 0 in float32 for inputs below -89
    # from: `chances(net(z))` returned by this call


def called_once(net, z, y):
    p = probabilities(net(z))
    return -torch.log(p.gather(1, y))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p.gather(1, y)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: F.log_softmax(logits, dim=1).gather(1, y)
    # adds: logits = net(z)
    # or: torch.log(torch.clamp(p.gather(1, y), 1e-10, 1.0))
    # or (unsafe): torch.log(p.gather(1, y) + 1e-8)
    # from: `F.softmax(v, dim=1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `probabilities(net(z))` returned by this call
