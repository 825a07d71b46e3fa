"""An activation is what an attribute holds, whether a constructor set it, a default of its parameter, or the class."""

import torch
import torch.nn.functional as F
from torch import nn


def positive(x):
    return F.softplus(x) + 1e-3


class ByDefault(nn.Module):
    def __init__(self, activation=positive):
        super().__init__()
        self.inner = nn.Linear(3, 4)
        self.activation = activation

    def forward(self, x):
        # FIXME: nothing: the default adds 1e-3
        return torch.log(self.activation(self.inner(x)))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.activation(self.inner(x))` stays above 0: log(0) is -inf


class OfTheClass(nn.Module):
    activation = staticmethod(lambda x: F.softplus(x) + 1e-3)

    def __init__(self):
        super().__init__()
        self.inner = nn.Linear(3, 4)

    def forward(self, x):
        # FIXME: nothing: a static method is called as it is
        return torch.log(self.activation(self.inner(x)))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.activation(self.inner(x))` stays above 0: log(0) is -inf


class OfAFramework(nn.Module):
    activation = staticmethod(F.softplus)

    def __init__(self):
        super().__init__()
        self.inner = nn.Linear(3, 4)

    def forward(self, x):
        # FIXME: a warning: a softplus can be 0
        return torch.log(self.activation(self.inner(x)))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.activation(self.inner(x))` stays above 0: log(0) is -inf


class ByHand(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = nn.Linear(3, 4)
        self.activation = positive

    def forward(self, x):
        return torch.log(self.activation(self.inner(x)))
