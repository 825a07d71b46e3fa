# What is put together along the last axis and then sorted by rows has the same columns; another order of the columns
# has not.

import torch
from torch import nn


class Filters(nn.Module):
    def __init__(self, count, is_sorted):
        super().__init__()
        self.raw = nn.Parameter(torch.rand(count, 2))
        self.is_sorted = is_sorted

    def forward(self, time):
        shape = self.limited(self.raw)
        if self.is_sorted:
            order = torch.argsort(shape[:, 0])
            shape = shape[order, :]
        return response(time, center=shape[:, 0], width=shape[:, 1])

    def limited(self, raw):
        center = torch.clamp(raw[:, 0], 0.0, 3.14).unsqueeze(1)
        width = torch.clamp(raw[:, 1], 0.1, 9.0).unsqueeze(1)
        return torch.cat([center, width], dim=-1)


def response(time, center, width):
    return torch.exp(-((time - center) ** 2) / width)


def by_center(raw, time):
    center = torch.clamp(torch.relu(raw[:, :1]), 0.0, 3.14)
    width = torch.clamp(raw[:, 1:], 0.1, 9.0)
    shape = torch.cat([center, width], dim=-1)
    shape = shape[torch.argsort(time), :]
    return time / shape[:, 0], time / shape[:, 1]
    #      ^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.clamp(…)` masks nothing
