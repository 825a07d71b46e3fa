import torch.nn.functional as F
from torch import nn

from ..package import functions


class Model(nn.Module):
    def forward(self, x):
        return F.softmax(x - functions.score(x), -1)
