"""States that begin with zeros and are read before they are written, unless somebody wrote there before."""

import numpy as np
import torch
from torch import nn

from helpers import fill, smooth


class RunningScale(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("mean", torch.zeros(8))

    def forward(self, x):
        y = x / self.mean
        #   ^^^^^^^^^^^^^ NAN102 warning: `self.mean` is a state that starts at 0 and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        self.mean.mul_(0.9).add_(0.1 * x.mean(0))
        return y


class PlainTensor:
    def __init__(self):
        self.mean = torch.zeros(8)

    def step(self, x):
        y = x / self.mean
        #   ^^^^^^^^^^^^^ NAN102 warning: `self.mean` is a state that starts at 0 and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        self.mean = 0.9 * self.mean + 0.1 * x.mean(0)
        return y


class ANumber:
    def __init__(self):
        self.mean = 0.0

    def step(self, x):
        y = torch.log(x.exp()) / self.mean
        self.mean = 0.9 * self.mean + 0.1 * x.mean()
        return y


class AnArray:
    def __init__(self):
        self.mean = np.zeros(8)

    def step(self, x):
        y = x / self.mean
        self.mean = 0.9 * self.mean + 0.1 * x.mean(0)
        return y


class FilledElsewhere:
    def __init__(self):
        self.mean = torch.zeros(8)

    def begin(self, x):
        fill(self.mean, x)

    def step(self, x):
        y = x / self.mean
        self.mean = 0.9 * self.mean + 0.1 * x.mean(0)
        return y


class FilledByName:
    def __init__(self):
        self.mean = torch.zeros(8)

    def step(self, x):
        y = x / self.mean
        self.mean = 0.9 * self.mean + 0.1 * x.mean(0)
        return y

    def begin(self, x):
        fill(out=self.mean, of=x)


class FilledBefore:
    def __init__(self):
        self.mean = torch.zeros(8)

    def step(self, x):
        fill(self.mean, x)
        y = x / self.mean
        self.mean = 0.9 * self.mean + 0.1 * x.mean(0)
        return y


class FilledAfterwards:
    def __init__(self):
        self.mean = torch.zeros(8)

    def step(self, x):
        y = x / self.mean
        #   ^^^^^^^^^^^^^ NAN102 warning: `self.mean` is a state that starts at 0 and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        fill(self.mean, x)
        self.mean = 0.9 * self.mean + 0.1 * x.mean(0)
        return y


class BoundedWhereItLies:
    def __init__(self):
        self.mean = torch.zeros(8)

    def begin(self):
        torch.clamp_(self.mean, min=1.0)

    def step(self, x):
        y = x / self.mean
        self.mean = 0.9 * self.mean + 0.1 * x.mean(0)
        return y


class OnlyRead:
    def __init__(self):
        self.mean = torch.zeros(8)

    def size(self):
        return torch.abs(self.mean)

    def step(self, x):
        y = x / self.mean
        #   ^^^^^^^^^^^^^ NAN102 warning: `self.mean` is a state that starts at 0 and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        self.mean = 0.9 * self.mean + 0.1 * x.mean(0)
        return y


class BehindWhatSaysSomething:
    def __init__(self):
        self.mean = torch.zeros(8)

    def step(self, x, is_loud):
        if is_loud:
            print(x)
        y = x / self.mean
        #   ^^^^^^^^^^^^^ NAN102 warning: `self.mean` is a state that starts at 0 and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        self.mean = 0.9 * self.mean + 0.1 * x.mean(0)
        return y


class BehindWhatLeaves:
    def __init__(self):
        self.mean = torch.zeros(8)

    def step(self, x, is_first):
        if is_first:
            return x
        y = x / self.mean
        self.mean = 0.9 * self.mean + 0.1 * x.mean(0)
        return y


class ZerosLikeWhatIsKnown:
    def __init__(self, x):
        self.mean = torch.zeros_like(x)

    def step(self, x):
        y = x / self.mean
        #   ^^^^^^^^^^^^^ NAN102 warning: `self.mean` is a state that starts at 0 and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        self.mean = smooth(self.mean, x)
        return y
