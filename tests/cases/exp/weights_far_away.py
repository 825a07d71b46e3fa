"""A weight by itself stays where it begins; one that is scaled, or begins far out, moves as far as it likes."""

import torch
from torch import nn


class Sampler(nn.Module):
    def __init__(self):
        super().__init__()
        self.log_scale = nn.Parameter(torch.zeros(8))
        self.far = nn.Parameter(torch.full((8,), 60.0))

    def forward(self, mean):
        near = mean + torch.exp(self.log_scale) * torch.randn_like(mean)
        steep = mean + torch.exp(50.0 * self.log_scale) * torch.randn_like(mean)
        #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `50.0 * se…cale` comes from a variable that starts at 0, which nothing bounds: exp overflows to Inf in float32
        far = mean + torch.exp(self.far) * torch.randn_like(mean)
        #            ^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `self.far` small enough: exp overflows to Inf in float32
        return near, steep, far
