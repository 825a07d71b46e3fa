# A flow divides by the scale that its forward pass multiplies by when it generates, and a trained scale is nowhere near 0: an
# exponential of an output is divided by as information, as its overflow is.

import torch
from torch import nn


class Coupling(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Conv1d(4, 8, 1)

    def forward(self, a, b):
        shift, scale = self.net(a).chunk(2, 1)
        return torch.exp(scale) * b + shift, scale
        #      ^^^^^^^^^^^^^^^^ NAN104 information: `scale` is the output of a convolution, which nothing bounds: exp overflows to Inf in float32

    def generate(self, a, b):
        shift, scale = self.net(a).chunk(2, 1)
        return (b - shift) / torch.exp(scale)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.exp(scale)` is an exponential and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        #                    ^^^^^^^^^^^^^^^^ NAN104 information: `scale` is the output of a convolution, which nothing bounds: exp overflows to Inf in float32
