"""`(a - b) ** 2` multiplied out is below 0 by rounding wherever both are near each other, sums or not."""

import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def bounded(x, y):
    a, b = torch.tanh(x), torch.tanh(y)
    return torch.sqrt(a * a + b * b - 2 * a * b)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `a * a + b * b - 2 * a * b` can be 0 where a tanh is exactly -1: sqrt has an infinite gradient at 0


def summed(a, b):
    return torch.sqrt((a ** 2).sum() + (b ** 2).sum() - 2 * (a * b).sum())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `(…).sum() + (…).sum() -…* (…).sum()` is a squared distance from products and can be below 0: sqrt(-1) is NaN


def unknown(a, b):
    return torch.sqrt(a * a + b * b - 2 * a * b)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `a * a + b * b - 2 * a * b` is a square multiplied out and can be below 0: sqrt(-1) is NaN; keep it above 0


def in_jax(a, b):
    return jnp.sqrt(a ** 2 - 2 * a * b + b ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `a ** 2 - 2 * a * b + b ** 2` is a square multiplied out and can be below 0: sqrt(-1) is NaN; keep it above 0


def in_tensorflow(a, b):
    return tf.sqrt(tf.square(a) + tf.square(b) - 2.0 * (a * b))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `tf.square(…) + tf.…2.0 * (…)` is a square multiplied out and can be below 0: sqrt(-1) is NaN; keep it above 0


def as_a_power(x, mu):
    return (x**2 - 2 * x * mu + mu**2) ** 0.5


def scaled(model, x, y, w):
    p, q = model(x), model(y)
    return torch.rsqrt(w + 0.5 * p * p + 0.5 * q.pow(2) - p * q), torch.sqrt(0.5 * p * p + 0.5 * q.pow(2) - p * q)
    #                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `0.5 * p * p + 0.5…) - p * q` is a square multiplied out and can be below 0: sqrt(-1) is NaN; keep it above 0


def of_a_sum(a, b):
    return torch.sqrt(a * a + b * b + 2 * a * b)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `a * a + b * b + 2 * a * b` is a square multiplied out and can be below 0: sqrt(-1) is NaN; keep it above 0


def in_numpy(a, b):
    return np.sqrt(a * a + b * b - 2 * a * b)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `a * a + b * b - 2 * a * b` is a square multiplied out and can be below 0: sqrt(-1) is NaN; keep it above 0


def the_law_of_cosines(a, b, angle):
    return torch.sqrt(a * a + b * b - 2 * a * b * torch.cos(angle))


def less_than_twice(a, b):
    return torch.sqrt(a * a + b * b - a * b)


def of_another(a, b, c):
    return torch.sqrt(a * a + b * b - 2 * a * c)


def a_discriminant(a, b, c):
    return torch.sqrt(b * b - 4 * a * c)


def above_an_epsilon(a, b):
    return torch.sqrt(a * a + b * b - 2 * a * b + 1e-4)


def clipped(a, b):
    return torch.sqrt(torch.clamp(a * a + b * b - 2 * a * b, min=1e-8))


def chosen(a, b):
    d = a * a + b * b - 2 * a * b
    return torch.where(d > 0, torch.sqrt(d), 0.0)
    #                         ^^^^^^^^^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN where `d` is 0 or less; mask it first


def of_numbers(a: float, b: float):
    return (a * a + b * b - 2 * a * b) ** 0.5
