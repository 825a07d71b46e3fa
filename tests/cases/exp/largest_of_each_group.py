"""The largest of each one's group, subtracted, leaves nothing above 0; any other value of the group does not."""

import torch
from torch import nn


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 3)

    def by_the_largest(self, x, dst, n):
        s = self.fc(x)
        largest = torch.full((n, 3), -torch.inf).scatter_reduce(0, dst, s, reduce="amax", include_self=False)
        return torch.exp(s - largest[dst])

    def by_the_largest_in_place(self, x, dst, n):
        s = self.fc(x)
        top = torch.zeros(n, 3).index_reduce_(0, dst, s, "amax")
        return torch.exp(s - top[dst])

    def by_the_sum(self, x, dst, n):
        s = self.fc(x)
        total = torch.zeros(n, 3).scatter_reduce(0, dst, s, "sum")
        return torch.exp(s - total[dst])
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `s - total[dst]` small enough: exp overflows to Inf in float32
        # fixed (unsafe): torch.exp(torch.clamp(s - total[dst], max=30.0))
