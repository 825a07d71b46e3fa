"""A softmax over the edges of each node subtracts the largest of its group, which a helper of another library computes.

What that helper returns is unknown, and what is left after it is at most 0. A shift by something else bounds nothing.
"""

import torch
from graphs import scatter, segment
from torch.nn import functional as F


class Attention(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.score = torch.nn.Linear(8, 1)

    def of_a_segment(self, edges, ptr):
        score = F.leaky_relu(self.score(edges))
        largest = segment(score.detach(), ptr, reduce="max")
        out = torch.exp(score - largest)
        return out / (segment(out, ptr, reduce="sum") + 1e-16)

    def of_an_index(self, edges, index):
        score = F.leaky_relu(self.score(edges))
        score_max = scatter(score.detach(), index, reduce="max")
        out = score - score_max.index_select(0, index)
        return out.exp()

    def of_a_mean(self, edges, index):
        score = F.leaky_relu(self.score(edges))
        middle = scatter(score, index, reduce="mean")
        return torch.exp(score - middle[index])
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `score - middle[index]` small enough
        # fixed (unsafe): torch.exp(torch.clamp(score - middle[index], max=30.0))
