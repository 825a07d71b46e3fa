# An epsilon that is squared before it is added is one all the same, where a parameter or an attribute usually holds it.

import torch
from torch import nn


def charbonnier(x, y, eps=1e-3):
    return torch.sqrt((x - y) ** 2 + eps**2).mean()


def by_a_product(x, y, eps=1e-3):
    difference = x - y
    squared = eps * eps
    return torch.sqrt(difference * difference + squared).mean()


def of_nothing_known(x, y, delta):
    return torch.sqrt((x - y) ** 2 + delta**2).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(x - y) ** 2 + delta**2` stays above 0: sqrt has an infinite gradient at 0


def of_none_by_default(x, y, delta=0.0):
    return torch.sqrt((x - y) ** 2 + delta**2).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(x - y) ** 2 + delta**2` stays above 0: sqrt has an infinite gradient at 0


def beside_a_factor(x, y, scale=2.0):
    return torch.sqrt(scale**2 * (x - y) ** 2).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `scale**2 * (x - y) ** 2` stays above 0: sqrt has an infinite gradient at 0


class Scaled(nn.Module):
    def __init__(self, net, *, sigma_data=0.5):
        super().__init__()
        self.net, self.sigma_data = net, sigma_data

    def forward(self, x, sigma):
        out = sigma * self.sigma_data * (self.sigma_data**2 + sigma**2) ** -0.5
        return out * self.net(x) * torch.sqrt(self.sigma_data**2 + sigma**2)
