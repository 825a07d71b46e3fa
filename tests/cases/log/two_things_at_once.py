"""A distance of exactly 0 where a softplus is 0 as well is a coincidence; a ReLU that is 0 makes its own norm 0."""

import torch
from torch import nn


class Radial(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.beta = nn.Parameter(torch.empty(1))
        self.alpha = nn.Parameter(torch.empty(1))
        self.z_0 = nn.Parameter(torch.randn(shape)[None])

    def forward(self, z):
        beta = nn.functional.softplus(self.beta) - torch.abs(self.alpha)
        r = torch.linalg.vector_norm(z - self.z_0, dim=1, keepdim=True)
        h = beta / (torch.abs(self.alpha) + r)
        return torch.log(1 + h)
        #      ^^^^^^^^^^^^^^^^ NAN101 information: `1 + h` can be 0, as a norm is for a vector of zeros


def what_relu_let_through(x, weight):
    h = torch.relu(nn.functional.linear(x, weight))
    return torch.log(torch.sqrt((h**2).sum(-1)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sqrt((h**2).sum(-1))` can be 0, as a ReLU is for inputs of 0 or less


def either_of_two(z, x):
    return torch.log(torch.sigmoid(z) * torch.softmax(x, -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(…) *…oftmax(…)` can be 0, as a sigmoid is
