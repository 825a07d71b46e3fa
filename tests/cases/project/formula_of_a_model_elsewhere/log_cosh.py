"""A class is a model by what its base is in another file: what its loss writes out by hand is trained through."""

import torch
from base import Autoencoder, Table


class LogCosh(Autoencoder):
    def __init__(self, scale=100.0):
        super().__init__()
        self.scale = scale

    def loss_function(self, *given):
        error = given[0] - given[1]
        return torch.log(1.0 + torch.exp(-2.0 * self.scale * error)).mean()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a softplus written out by hand


class Report(Table):
    def __init__(self, scale=100.0):
        self.scale = scale

    def column(self, *given):
        error = given[0] - given[1]
        return torch.log(1.0 + torch.exp(-2.0 * self.scale * error)).mean()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand
