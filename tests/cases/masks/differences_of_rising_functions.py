# A sigmoid of more is not less: an epsilon keeps their difference above 0, which without it is 0 where both saturate.

import tensorflow as tf
import torch
from torch import nn


def bin_of_tensorflow(x, log_width):
    width = tf.exp(log_width)
    return tf.math.log(tf.sigmoid(x + width) - tf.sigmoid(x) + 1e-7)


def pixel(x, mean, scale):
    centred = x - mean
    up = torch.sigmoid((centred + 1.0 / 255) * torch.exp(-scale))
    down = torch.sigmoid((centred - 1.0 / 255) * torch.exp(-scale))
    return torch.log(up - down + 1e-7)


def of_a_width_that_is_not_known(x, w):
    return torch.log(torch.sigmoid(x + w) - torch.sigmoid(x) + 1e-7)


def without_an_epsilon(x, w):
    return torch.log(torch.sigmoid(x + w) - torch.sigmoid(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(…) -…igmoid(…)` can be 0, as a sigmoid is for inputs below -89


class Bins(nn.Module):
    def __init__(self):
        super().__init__()
        self.edge, self.width = nn.Linear(3, 1), nn.Linear(3, 1)

    def forward(self, x):
        edge, width = self.edge(x), torch.nn.functional.softplus(self.width(x))
        return 1.0 / (torch.sigmoid(edge + width) - torch.sigmoid(edge) + 1e-6)

    def of_two(self, x):
        up, down = torch.sigmoid(self.edge(x)), torch.sigmoid(self.width(x))
        return torch.log(up - down + 1e-7)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `up - down + 1e-7` can be below 0 where a sigmoid is exactly 0


def of_two_scales(x, scale, other):
    up = torch.sigmoid((x + 1.0 / 255) * torch.exp(-scale))
    return torch.log(up - torch.sigmoid(x * torch.exp(-other)) + 1e-7)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `up - torch.sigmoid(…) + 1e-7` can be below 0 where a sigmoid is exactly 0: log(-1) is NaN; keep it above 0
    # fixed (unsafe): torch.log(torch.clamp(up - torch.sigmoid(x * torch.exp(-other)) + 1e-7, min=1e-10))
    # from: `torch.sigmoid((x + 1.0 / 255) * torch.exp(-scale))` made here, exactly 0 in float32 for inputs below -89


def of_less(x, w, y):
    return y / (torch.sigmoid(x - torch.sigmoid(w)) - torch.sigmoid(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(…)` can be 0, as a sigmoid is for inputs below -89: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # from: `torch.sigmoid(x - torch.sigmoid(w))` made here, exactly 0 in float32 for inputs below -89


def of_more(x, w, y):
    return y / (torch.sigmoid(x + torch.sigmoid(w)) - torch.sigmoid(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(…)` can be 0, as a sigmoid is for inputs below -89: x / 0 is Inf or NaN; keep it away from 0
    # fixed: y / (torch.sigmoid(x + torch.sigmoid(w)) - torch.sigmoid(x)).clamp(min=1e-7)
    # from: `torch.sigmoid(x + torch.sigmoid(w))` made here, exactly 0 in float32 for inputs below -89
