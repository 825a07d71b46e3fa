# Labels of 0 and 1 pick a probability or its rest, `p * t + (1 - p) * (1 - t)`: exactly 1 where the prediction is right.
# Then a power below 1 of the rest has an infinite gradient; a whole power, or a mask, has none.

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


def focal(logits, t, gamma=0.5):
    p = torch.sigmoid(logits)
    pt = p * t + (1 - p) * (1 - t)
    return ((1 - pt) ** gamma).mean()
    #       ^^^^^^^^^^^^^^^^^ NAN301 warning: `(1 - pt)` can be 0 where a sigmoid is exactly 1: x ** 0.5 has an infinite gradient at 0; keep it above 0


def root(net, x, t):
    p = torch.sigmoid(net(x))
    pt = p * t + (1 - p) * (1 - t)
    loss = (1 - pt).sqrt().mean()
    #      ^^^^^^^^^^^^^^^ NAN301 warning: `(1 - pt)` can be 0 where a sigmoid is exactly 1: sqrt has an infinite gradient at 0; keep it above 0
    loss.backward()


def logarithm(logits, y):
    p = jax.nn.sigmoid(logits)
    pt = y * p + (1 - y) * (1 - p)
    return -jnp.log(pt).mean()
    #       ^^^^^^^^^^^ NAN101 warning: `pt` can be 0, as a sigmoid is for inputs below -87: log(0) is -inf; keep it above 0


def in_tf(logits, y):
    p = tf.sigmoid(logits)
    pt = (1.0 - y) * (1.0 - p) + y * p
    return tf.reduce_mean(tf.pow(-tf.math.log(pt + 1e-8), 0.3))
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `-tf.math.log(pt + 1e-8)` can be 0, as a sigmoid can: x ** 0.3 has an infinite gradient at 0; keep it above 0


def squared(logits, t):
    p = torch.sigmoid(logits)
    pt = p * t + (1 - p) * (1 - t)
    return ((1 - pt) ** 2).mean()


def masked(logits, t):
    p = torch.sigmoid(logits)
    pt = p * t + (1 - p) * (1 - t)
    return -torch.log(pt.clamp(1e-7, 1 - 1e-7)).mean()


def gate(z, h, n):
    z = torch.sigmoid(z)
    return torch.log(torch.abs(z * h + (1 - z) * n))


def clamped(logits, t):
    p = torch.sigmoid(logits).clamp(1e-6, 1 - 1e-6)
    pt = p * t + (1 - p) * (1 - t)
    return ((1 - pt) ** 0.5).mean()


def of_two_others(logits, t, u):
    p = torch.sigmoid(logits)
    return (1 - (p * t + (1 - p) * (1 - u))) ** 0.5
