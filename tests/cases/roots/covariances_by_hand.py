"""A covariance that is written out has either sign, and so has what it is divided by both spreads: a contrast term."""

import tensorflow as tf
import torch
import torch.nn.functional as F

EXPONENTS = (0.0448, 0.2856, 0.3001)


def blurred(image, window):
    return F.conv2d(image, window, padding=5)


def contrast(a, b, window):
    mean_a, mean_b = blurred(a, window), blurred(b, window)
    products = mean_a * mean_b
    spread_a = blurred(a * a, window) - mean_a**2
    spread_b = blurred(b * b, window) - mean_b.pow(2)
    both = blurred(a * b, window) - products
    return (2 * both + 9e-4) / (spread_a + spread_b + 9e-4)


def over_scales(a, b, window):
    terms = []
    for exponent in EXPONENTS:
        cs = contrast(a, b, window).mean()
        terms.append(cs**exponent)
        #            ^^^^^^^^^^^^ NAN103 warning: `cs` can be below 0, as a correlation can: (-1) ** 0.0448 is NaN; keep it above 0
        a, b = F.avg_pool2d(a, 2), F.avg_pool2d(b, 2)
    return 1 - torch.prod(torch.stack(terms))


def moved_above_0(a, b, window):
    cs = contrast(a, b, window).mean()
    return ((cs + 1) / 2) ** 0.2856


def cut_off(a, b, window):
    return torch.relu(contrast(a, b, window).mean()).clamp(min=1e-6) ** 0.2856


def of_pools(a, b):
    mean_a, mean_b = tf.nn.avg_pool2d(a, 3, 1, "VALID"), tf.nn.avg_pool2d(b, 3, 1, "VALID")
    both = tf.nn.avg_pool2d(a * b, 3, 1, "VALID") - mean_b * mean_a
    return tf.pow(both, 0.3)
    #      ^^^^^^^^^^^^^^^^^ NAN103 warning: `both` is a covariance, below 0 where one rises as the other falls: (-1) ** 0.3 is NaN; keep it above 0


def of_another_mean(a, b, c):
    return torch.pow((a * b).mean() - a.mean() * c.mean(), 0.3)


def of_other_weights(a, b, window, other):
    return torch.pow(blurred(a * b, window) - blurred(a, other) * blurred(b, window), 0.3)


def of_one(a, window):
    return torch.sqrt(blurred(a * a, window) - blurred(a, window) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `blurred(…) - blurred(…) ** 2` is a difference of squares and can be below 0: sqrt(-1) is NaN; keep it above 0


def of_cubes(a, window):
    return torch.pow(blurred(a**3, window) - blurred(a, window) ** 3, 0.3)
