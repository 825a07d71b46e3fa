# The encoder of a variational autoencoder gives a log-variance that nothing bounds, and its exponential is 0 or
# infinite.

import torch
from torch import nn


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.mu = nn.Linear(400, 20)
        self.logvar = nn.Linear(400, 20)

    def forward(self, h):
        mu, logvar = self.mu(h), self.logvar(h)
        std = torch.exp(0.5 * logvar)
        #     ^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `0.5 * logvar` comes from the output of a linear layer
        kl = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())
        #                                              ^^^^^^^^^^^^ NAN104 information: `logvar` is the output of a linear layer, which nothing bounds
        wrong = -0.5 * torch.sum(1 + torch.log(std.pow(2)))
        #                            ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `std.pow(2)` can be 0, as an exponential is for inputs below -104
        return kl, wrong
