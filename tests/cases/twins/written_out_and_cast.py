"""A softmax that is written out is one after a cast and a reshape, too."""

import tensorflow as tf
import torch


def windows(image, centers):
    weight = torch.exp(-(centers * (image - 3) ** 2))
    return weight / torch.sum(weight, dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `torch.exp(-(…))` overflows, it is NaN; use PyTorch's own


def ratio(pred, target, centers):
    a, b = windows(pred, centers), windows(target, centers)
    return (a.to(pred) / b.to(pred)).log()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(a.to(pred) / b.to(pred))` can be 0, as a softmax can: log(0) is -inf; keep it above 0
    #       ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `b.to(pred)` is a softmax and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def repeated(weights, n):
    unnormalized = tf.exp(weights)
    p = unnormalized / tf.reduce_sum(unnormalized)
    return tf.math.log(tf.tile(tf.expand_dims(p, axis=0), [n, 1]))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.tile(…)` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
