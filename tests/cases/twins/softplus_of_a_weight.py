# A softplus by hand of a weight is Inf where the weight is above 88, which no step of training takes it to: information.
# What weights make of data goes that far.

import torch
from torch import nn


class Radial(nn.Module):
    def __init__(self):
        super().__init__()
        self.alpha = nn.Parameter(torch.empty(1).uniform_(-1, 1))
        self.beta = nn.Parameter(torch.empty(1).uniform_(-2, 0))
        self.fc = nn.Linear(8, 1)

    def forward(self, z):
        beta = torch.log(1 + torch.exp(self.beta)) - torch.abs(self.alpha)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 information: this is a softplus written out by hand: where `torch.exp(self.beta)` overflows, it is Inf; use PyTorch's own
        return beta * z + torch.log(1 + torch.exp(self.fc(z)))
        #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a softplus written out by hand: where `torch.exp(self.fc(z))` overflows, it is Inf; use PyTorch's own
        #                               ^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `self.fc(z)` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32


def step(model, optimizer, z):
    model(z).sum().backward()
    optimizer.step()
