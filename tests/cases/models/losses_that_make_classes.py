# A function may stand where a class is defined, as a metaclass, or as its constructor: nothing is called with it there.

import torch
from torch import nn


def registered(name, bases, body):
    return type(name, bases, {**body, "scale": torch.log(body["scale"])})
    #                                          ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `body["scale"]` stays above 0: log(0) is -inf


class Scaled(metaclass=registered):
    scale = torch.ones(3)


def entropy(p):
    return -(p * torch.log(p)).sum(-1).mean()
    #            ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf


def set_up(self, loss):
    nn.Module.__init__(self)
    self.loss = loss


class Head(nn.Module):
    __init__ = set_up

    def forward(self, x):
        return self.loss(torch.softmax(x, -1))


def trained(x):
    head = Head(entropy)
    loss = head(x)
    loss.backward()
