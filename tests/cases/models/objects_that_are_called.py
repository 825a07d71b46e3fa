"""An object's `forward` is given what the calls of the object pass, whatever holds it: a name, an attribute, nothing."""

import torch
from torch import nn


class Likelihood(nn.Module):
    def forward(self, p, y):
        return -(y * torch.log(p)).sum()
        #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax


likelihood = Likelihood().to("cuda").train()


def step(net, x, y):
    return likelihood(torch.softmax(net(x), -1), y)


class Entropy(nn.Module):
    def forward(self, p):
        return -(p * torch.log(p)).sum()
        #            ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid


class Trainer:
    def __init__(self, net):
        self.net = net
        self.entropy = Entropy()

    def step(self, x):
        return self.entropy(torch.sigmoid(self.net(x)))


class Share(nn.Module):
    def forward(self, h):
        return h / h.sum()
        #      ^^^^^^^^^^^ NAN102 warning: `h.sum()` can be 0, as a ReLU is for inputs of 0 or less


def at_once(x):
    return Share()(torch.relu(x))


class Shown(nn.Module):
    def forward(self, x):
        return torch.log(x)
        #      ^^^^^^^^^^^^ NAN101 information: nothing here shows


print(Shown()(torch.rand(2, 3)), Shown()(torch.zeros(2)))


class Safe(nn.Module):
    def forward(self, p):
        return torch.log(p)


def never_zero(x):
    return Safe()(torch.softmax(x, -1) + 0.1)
