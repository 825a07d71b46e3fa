"""What Python's own functions give is a number of Python's, which is 0 only where it is written so."""

import math

import torch


def decayed(model, x, rate, step):
    return model(x) / math.exp(-rate * step), model(x) / math.tanh(step), model(x) / math.log(1.0)


def distance_loss(a, b):
    return sum(((a - b) ** 2) ** 0.5) + math.fsum(((a - b) ** 2) ** 0.5)


def mean_distance_loss(a, b):
    return (((a - b) ** 2) ** 0.5).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((a - b) ** 2)` stays above 0: x ** 0.5 has an infinite gradient at 0
