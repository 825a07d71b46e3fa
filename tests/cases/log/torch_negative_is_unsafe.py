# A linear layer has any sign, and the logarithm of a negative number is NaN.

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(8, 1)

    def forward(self, x):
        return torch.log(self.out(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: ...is the output of a linear layer, and nothing keeps it above 0
        # fixed (unsafe): torch.log(torch.clamp(self.out(x), min=1e-10))
