# Masks of something unknown are believed.

import tensorflow as tf
import torch


def shapes(p, q):
    a = tf.math.log(p + 1e-8)
    b = torch.log(torch.clamp(p, min=1e-8))
    c = tf.math.log(tf.maximum(q, 1e-6))
    d = tf.math.log(tf.abs(q) + 1e-3)
    e = tf.math.log(tf.square(q) + 1.0)
    return a, b, c, d, e
