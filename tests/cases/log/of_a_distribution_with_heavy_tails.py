"""What is 0 at times has a logarithm of 1 plus it: nothing is taken away where a difference is squared."""

import torch
from torch import nn


class Cauchy(nn.Module):
    def log_prob(self, value):
        return -torch.log1p(((value - self.loc) / self.scale) ** 2) - torch.log(self.scale)
    #                                                                 ^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.scale` stays above 0: log(0) is -inf
