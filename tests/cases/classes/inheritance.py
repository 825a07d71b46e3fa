# A method comes from the base class, unless the class has its own.

import torch
from torch import nn


class Base(nn.Module):
    def activate(self, x):
        return torch.sigmoid(x)


class Child(Base):
    def forward(self, x):
        return torch.log(self.activate(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.activate(x)` is a sigmoid


class Override(Base):
    def activate(self, x):
        return torch.exp(x) + 1

    def forward(self, x):
        return torch.log(self.activate(x))
