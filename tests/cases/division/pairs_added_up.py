# Each compared with each is 0 on the diagonal. What is added up of all pairs, or of all partners of one, is 0 only
# where all points are alike: the bandwidth of a kernel is not.

import torch


def kernel(source, target):
    points = torch.cat([source, target])
    count = points.size(0)
    distances = ((points.unsqueeze(0) - points.unsqueeze(1)) ** 2).sum(2)
    bandwidth = distances.detach().sum() / (count**2 - count)
    return torch.exp(-distances / bandwidth), distances / distances.mean(), distances / distances.sum(1, keepdim=True)


def attraction(points):
    distances = ((points.unsqueeze(0) - points.unsqueeze(1)) ** 2).sum(2)
    return 1 / distances
    #      ^^^^^^^^^^^^^ NAN102 warning: `distances` can be 0, as a pairwise difference can


def energy(points):
    distances = ((points.unsqueeze(0) - points.unsqueeze(1)) ** 2).sum(2)
    similar = torch.exp(-distances).sum(1)
    return torch.log(similar - 1.0 + 1e-6), 1 / (distances + 1e-6).sum()
