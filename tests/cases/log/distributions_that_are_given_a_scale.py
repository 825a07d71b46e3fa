"""What samples and has a density is a distribution, whatever it inherits from: the scale that it is given is positive.

So is each item of it. A weight is not, which training may put below 0, nor what a network makes.
"""

import torch
from torch import nn
from torch.distributions import Distribution


class Circular(Distribution):
    def __init__(self, scale, index):
        super().__init__()
        self.scale, self.index = scale, index

    def log_prob(self, z):
        return -torch.log(self.scale[self.index]) - 0.5 * (z / self.scale[self.index]) ** 2


class Proposal(nn.Module):
    def __init__(self, shape, scale):
        super().__init__()
        self.shape = shape
        self.register_buffer("scale", torch.as_tensor(scale).unsqueeze(0))

    def sample(self, z):
        return z + torch.randn(self.shape) * self.scale

    def log_prob(self, other, z):
        return -torch.log(self.scale) - 0.5 * ((other - z) / self.scale) ** 2


class Trained(nn.Module):
    def __init__(self, scale):
        super().__init__()
        self.scale = nn.Parameter(torch.as_tensor(scale))

    def sample(self, z):
        return z + torch.randn_like(z) * self.scale

    def log_prob(self, z):
        return -torch.log(self.scale) - 0.5 * (z / self.scale) ** 2
        #       ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.scale` is a trained variable, and nothing keeps it above 0: log(-1) is NaN


class Policy(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.net = nn.Linear(dim, dim)

    def sample(self, x):
        return self.net(x)

    def log_prob(self, x, action):
        std = self.net(x)
        return -torch.log(std) - 0.5 * (action / std) ** 2
        #       ^^^^^^^^^^^^^^ NAN101 warning: `std` is the output of a linear layer, and nothing keeps it above 0: log(-1) is NaN


class Layer(nn.Module):
    def __init__(self, scale):
        super().__init__()
        self.scale = scale

    def forward(self, z):
        return -torch.log(self.scale) - 0.5 * (z / self.scale) ** 2
        #       ^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.scale` stays above 0: log(0) is -inf
