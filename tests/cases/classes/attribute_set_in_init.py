# Calling an object is calling its `forward`, and a layer in an attribute is the layer that `__init__` put there.

import torch
from torch import nn


class Actor(nn.Module):
    def __init__(self, state, actions):
        super().__init__()
        self.linear = nn.Linear(state, actions)
        self.softmax = nn.Softmax(dim=-1)

    def forward(self, state):
        return self.softmax(self.linear(state))

    def entropy(self, state):
        p = self(state)
        return -(p * torch.log(p)).sum(-1)
        #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
        # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
