# A list of layers holds what it was made with, appended to and extended by; of what somebody else adds nothing is known.

import torch
from torch import nn


class Extended(nn.Module):
    def __init__(self):
        super().__init__()
        layers = [nn.Linear(4, 4)]
        layers.extend([nn.ReLU(), nn.Softmax(dim=-1)])
        self.net = nn.Sequential(*layers)

    def forward(self, x):
        return torch.log(self.net(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.net(x)` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0


class ExtendedByAnother(nn.Module):
    def __init__(self, more):
        super().__init__()
        layers = [nn.Linear(4, 4), nn.Softmax(dim=-1)]
        layers.extend(more)
        self.net = nn.Sequential(*layers)

    def forward(self, x):
        return torch.log(self.net(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.net(x)` stays above 0: log(0) is -inf


class Counted(nn.Module):
    def __init__(self, more):
        super().__init__()
        layers = [nn.Linear(4, 4), nn.ReLU()]
        layers.receive([nn.Softmax(dim=-1)])
        self.net = nn.Sequential(*layers)

    def forward(self, x):
        return torch.log(self.net(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.net(x)` stays above 0: log(0) is -inf
