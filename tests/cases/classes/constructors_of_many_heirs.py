"""What a constructor is given is known while few classes inherit it, and is not what an attribute of that name is given."""

import torch
from torch import nn


class Scaled(nn.Module):
    def __init__(self, floor):
        super().__init__()
        self.floor = floor

    def forward(self, x):
        return torch.log(torch.relu(x) + self.floor)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.relu(x) + self.floor` stays above 0: log(0) is -inf


class Rate(Scaled):
    pass


class Count(Scaled):
    pass


class Share(Scaled):
    pass


class Length(Scaled):
    pass


class Height(Scaled):
    pass


class Width(Scaled):
    pass


class Area(Scaled):
    pass


class Volume(Scaled):
    pass


def heads():
    return [each(0.0) for each in (Rate, Count, Share)], Length(0.0), Height(0.0), Width(0.0), Area(0.0), Volume(0.0)


class Encoder(nn.Module):
    def __init__(self, floor):
        super().__init__()
        self.floor = floor

    def forward(self, x):
        return torch.log(torch.relu(x) + self.floor)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.Encoder = Encoder(1e-3)

    def forward(self, x):
        return self.Encoder(torch.relu(x))


class Floored(nn.Module):
    def __init__(self, floor):
        super().__init__()
        self.floor = floor

    def forward(self, x):
        return torch.log(torch.relu(x) + self.floor)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(x) + self.floor` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0


class Rough(Floored):
    pass


def head():
    return Rough(0.0)
