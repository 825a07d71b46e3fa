"""What is called may be one of several layers, functions or objects: what any of them gives is known."""

import torch
from torch import nn


class Head(nn.Module):
    def __init__(self, classes, activation):
        super().__init__()
        self.linear = nn.Linear(8, classes)
        self.output = nn.Softmax(dim=1) if classes > 1 else nn.Sigmoid()
        if activation == "tanh":
            self.activation = nn.Tanh()
        elif activation == "exp":
            self.activation = torch.exp
        else:
            self.activation = None
        self.spread = self.made(activation)
        self.bounded = nn.Sequential(nn.Softplus(), nn.Hardtanh(0.01, 7.0)) if classes > 1 else nn.Hardtanh(0.1, 2.0)

    def made(self, activation):
        if activation == "bounded":
            return nn.Sequential(nn.Linear(8, 8), nn.Softplus(), nn.Hardtanh(0.01, 7.0))
        return nn.Sequential(nn.Linear(8, 8), nn.Softplus())

    def likelihood(self, x, y):
        return -(y * torch.log(self.output(self.linear(x)))).sum()
        #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.output(self.linear(x))` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0

    def normalised(self, x):
        return x / self.activation(self.linear(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `self.activation(self.linear(x))` can be 0, as an exponential can: x / 0 is Inf or NaN; keep it away from 0
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `self.linear(x)` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32

    def log_spread(self, x):
        return torch.log(self.spread(x)).sum()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.spread(x)` can be 0, as a softplus is for inputs below -103: log(0) is -inf; keep it above 0

    def log_bounded(self, x):
        return torch.log(self.bounded(x)).sum()


class Stack(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(8, 8), nn.Softmax(dim=-1), nn.Linear(8, 8)])

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return torch.log(x)
        #      ^^^^^^^^^^^^ NAN101 warning: `x` is the output of a linear layer, and nothing keeps it above 0: log(-1) is NaN


def chosen_function(z, *, several):
    normalise = torch.softmax if several else torch.sigmoid
    p = normalise(z)
    return -(p * torch.log(p)).sum()
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def step(head, opt, x, y):
    loss = head.likelihood(x, y) + head.normalised(x).sum() + head.log_spread(x) + head.log_bounded(x)
    loss.backward()
    opt.step()


def one_of_two_functions(model, x, *, is_sparse):
    f = torch.softmax if is_sparse else torch.relu
    return torch.log(f(model(x))).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `f(model(x))` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0


class Gated(nn.Module):
    def __init__(self):
        super().__init__()
        self.gate = nn.Sigmoid()

    def forward(self, x):
        gate = self.gate or nn.Softplus()
        return torch.log(gate(x))
        #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `gate(x)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
