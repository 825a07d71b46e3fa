import torch
from torch import nn


class Base(nn.Module):
    def squash(self, x):
        return torch.sigmoid(x)
