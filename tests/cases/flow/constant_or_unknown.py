"""A tensor that is a constant unless something unknown is put in its place is as far out as that may be; bounded it is not."""

import torch


def zeros_unless_asked(model, x, is_given):
    z = torch.zeros(3)
    if is_given:
        z = model(x)
    return torch.log(torch.sigmoid(z)).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(z)` is a sigmoid, exactly 0 for inputs below -89


def either_constant(is_given):
    z = torch.zeros(3)
    if is_given:
        z = torch.ones(3)
    return torch.log(torch.sigmoid(z)).mean()


def bounded_unless_zero(model, x, is_given):
    z = torch.zeros(3)
    if is_given:
        z = torch.tanh(model(x))
    return torch.log(torch.sigmoid(z)).mean()


def always_constant():
    return torch.log(torch.sigmoid(torch.zeros(3))).mean()
