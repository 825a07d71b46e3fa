# A sequence of layers answers what the last one does.

import torch
from torch import nn

G = nn.Sequential(nn.Linear(16, 64), nn.ReLU(), nn.Linear(64, 2))
D = nn.Sequential(nn.Linear(2, 64), nn.ReLU(), nn.Linear(64, 1), nn.Sigmoid())


def discriminator_loss(x, z):
    return -(torch.log(D(x)) + torch.log(1 - D(G(z)))).mean()
    #        ^^^^^^^^^^^^^^^ NAN101 warning: `D(x)` is a sigmoid
    # fixed: torch.log(torch.clamp(D(x), 1e-10, 1.0))
    #                          ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - D(G(z))` can be 0 where a sigmoid is exactly 1 (for inputs above 17)
    # fixed: torch.log(torch.clamp(1 - D(G(z)), 1e-10, 1.0))
