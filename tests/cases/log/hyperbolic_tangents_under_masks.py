"""What a mask picks of a tanh is a tanh still, unless the mask says that its input is small: then it is never -1 or 1."""

import torch
from torch import nn


def picked(x, keep):
    return torch.log(1 - torch.tanh(x)[keep] ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.tanh(x)[keep] ** 2` can be 0 where a tanh is exactly -1


def of_the_positive(x):
    keep = x > 0
    y = torch.tanh(x)
    return torch.log(1 - y[keep] ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: ...where a tanh is exactly


class Tails(nn.Module):
    """A tanh in the middle, logarithms beyond."""

    def __init__(self, cut=1):
        super().__init__()
        self.cut = cut

    def forward(self, inputs):
        right, left = inputs > self.cut, inputs < -self.cut
        middle = ~(right | left)
        outputs = torch.zeros_like(inputs)
        outputs[middle] = torch.tanh(inputs[middle])
        outputs[right] = inputs[right].log() + 0.76
        outputs[left] = -(-inputs[left]).log() - 0.76
        change = torch.zeros_like(inputs)
        change[middle] = torch.log(1 - outputs[middle] ** 2)
        return outputs, change


class Filled(nn.Module):
    def forward(self, inputs, keep):
        outputs = torch.zeros_like(inputs)
        outputs[keep] = torch.tanh(inputs[keep])
        change = torch.zeros_like(inputs)
        change[keep] = torch.log(1 - outputs[keep] ** 2)
        #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: ...where a tanh is exactly
        return outputs, change


class FilledBelowFar(nn.Module):
    def forward(self, inputs):
        keep = inputs < 40
        outputs = torch.zeros_like(inputs)
        outputs[keep] = torch.tanh(inputs[keep])
        change = torch.zeros_like(inputs)
        change[keep] = torch.log(1 - outputs[keep] ** 2)
        #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: ...where a tanh is exactly
        return outputs, change
