"""A mask that compares a parameter says what it picks of it, although nothing is known of the parameter itself."""

import torch


def between(x):
    right = x > 1.0
    left = x < -1.0
    middle = ~(right | left)
    return torch.log(1 - torch.tanh(x[middle]) ** 2)


def put_together(x):
    middle = (x >= -1.0) & (x <= 1.0)
    y = torch.zeros_like(x)
    y[middle] = torch.log(1 - torch.tanh(x[middle]) ** 2)
    return y


def outside(x):
    right = x > 1.0
    return torch.log(1 - torch.tanh(x[right]) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.tanh(x[right]) ** 2` can be 0 where a tanh is exactly 1


def of_another(x, y):
    middle = (y >= -1.0) & (y <= 1.0)
    return torch.log(1 - torch.tanh(x[middle]) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.tanh(x[middle]) ** 2` can be 0 where a tanh is exactly
