"""A distribution that makes a weight of its scale learns it; one that only converts it does not."""

import torch
from torch import nn
from torch.distributions import Distribution


class Learned(Distribution):
    def __init__(self, scale, temperature):
        super().__init__()
        self.scale = nn.Parameter(scale)
        self.temperature = temperature

    def entropy(self):
        return torch.log(self.scale / self.temperature)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.scale / self.temperature` stays above 0: log(0) is -inf


class Converted(Distribution):
    def __init__(self, scale, temperature):
        super().__init__()
        self.scale = torch.as_tensor(scale)
        self.temperature = temperature

    def entropy(self):
        return torch.log(self.scale / self.temperature)
