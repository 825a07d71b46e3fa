# What a function is given as an argument it calls by the name of its parameter: there the function runs, with what is passed there.

import tensorflow as tf
import torch
from torch import nn


def soft_f1(y_true, y_pred):
    hits = tf.reduce_sum(y_true * y_pred, axis=0)
    false = tf.reduce_sum((1 - y_true) * y_pred, axis=0)
    return 1 - tf.reduce_mean(hits / (hits + false))
    #                         ^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(hits + false)` can be 0 where the part and the rest are 0: x / 0 is Inf or NaN; keep it away from 0


def soft_f1_that_nobody_trains_on(y_true, y_pred):
    hits = tf.reduce_sum(y_true * y_pred, axis=0)
    false = tf.reduce_sum((1 - y_true) * y_pred, axis=0)
    return 1 - tf.reduce_mean(hits / (hits + false))


def build(objective, shown):
    model = tf.keras.Sequential([tf.keras.layers.Dense(5)])
    model.compile("adam", objective, metrics=[shown])
    return model


model = build(soft_f1, shown=soft_f1_that_nobody_trains_on)


def entropy(p):
    return -(p * torch.log(p)).sum(-1)
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def entropy_of_what_is_clipped(p):
    return -(p * torch.log(p)).sum(-1)


class Trainer:
    def __init__(self, net, bonus, other):
        self.net = net
        self.bonus_of = bonus
        self.other = other

    def step(self, x):
        p = torch.softmax(self.net(x), -1)
        return self.bonus_of(p) + self.other(p.clamp(1e-6, 1.0))


trainer = Trainer(nn.Linear(3, 4), entropy, other=entropy_of_what_is_clipped)
