"""`1 - exp(-loss)` is 0 where the loss is: to a power below 1 it has an infinite gradient for the best of predictions."""

import torch
import torch.nn.functional as F
from torch import nn


class Focal(nn.Module):
    def __init__(self, gamma=0.5):
        super().__init__()
        self.gamma = gamma

    def forward(self, logits, labels):
        losses = F.cross_entropy(logits, labels, reduction="none")
        known = torch.exp(-losses)
        return ((1 - known) ** self.gamma * losses).mean()
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(1 - known)` stays above 0: x ** 0.5 has an infinite gradient at 0


class Usual(nn.Module):
    def forward(self, logits, labels):
        losses = F.cross_entropy(logits, labels, reduction="none")
        return ((1 - torch.exp(-losses)) ** 2 * losses).mean()


class Kernel(nn.Module):
    def forward(self, x, y):
        squares = ((x - y) ** 2).sum(-1)
        return torch.sqrt(1 - torch.exp(-squares)).mean()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `1 - torch.exp(-squares)` stays above 0


class Bounded(nn.Module):
    def forward(self, x, y):
        squares = ((x - y) ** 2).sum(-1)
        return torch.sqrt((1 - torch.exp(-squares)).clamp(min=1e-6)).mean()


class Apart(nn.Module):
    def forward(self, x):
        return torch.sqrt(1 - torch.exp(-F.softplus(x) - 0.1)).mean()


class OfLogarithms(nn.Module):
    def forward(self, x):
        return torch.sqrt(1 - torch.exp(x)).mean()


class Twice(nn.Module):
    def forward(self, x):
        return torch.sqrt(2 - torch.exp(-(x**2))).mean()
