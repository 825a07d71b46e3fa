"""Adam divides by a root of squared gradients and adds 1e-8, which is 0 in float16: one gradient of 0, and a weight is NaN.

Of bfloat16 it is not 0, and whoever keeps weights in float32 beside those of the model has no such division.
"""

import torch
from torch import nn, optim


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 8)

    def forward(self, x):
        return torch.relu(self.fc(x))


def by_a_parameter(model):
    model = model.half()
    return torch.optim.Adam(model.parameters(), lr=1e-3)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.opt….Adam` gets float16 weights, where its eps 1e-8 is 0: a gradient of 0 makes them NaN; pass eps=1e-4


def made_here():
    net = Net().cuda().half()
    weights = [p for p in net.parameters() if p.requires_grad]
    return optim.AdamW(weights, lr=1e-3)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `optim.AdamW` gets float16 weights, where its eps 1e-8 is 0: a gradient of 0 makes them NaN; pass eps=1e-4


class Trainer:
    def __init__(self, model):
        self.model = model
        self.model.to(torch.float16)
        self.opt = optim.RMSprop(filter(lambda p: p.requires_grad, self.model.parameters()), lr=1e-3)
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `optim.RMSprop` gets float16 weights, where its eps 1e-8 is 0: a gradient of 0 makes them NaN; pass eps=1e-4


def of_a_class(net: Net):
    return optim.Adagrad(net.parameters(), lr=1e-2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `optim.Adagrad` gets float16 weights, where its eps 1e-10 is 0: a gradient of 0 makes them NaN; pass eps=1e-4


def of_another_dtype(model):
    model = model.bfloat16()
    return optim.Adam(model.parameters())


def with_an_epsilon(model):
    model = model.half()
    return optim.Adam(model.parameters(), eps=1e-4)


def without_a_root(model):
    model = model.half()
    return optim.SGD(model.parameters(), lr=0.1, momentum=0.9)


def back_again(model):
    model = model.half()
    model = model.float()
    return optim.Adam(model.parameters())


def elsewhere(model):
    return optim.Adam(model.parameters())


def copies(master, model):
    model.half()
    return optim.Adam(master.parameters())
