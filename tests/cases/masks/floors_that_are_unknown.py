"""A floor of which nothing is known is still a floor: what lies under it is not 0, but whatever the floor is."""

import torch


def of_a_table(u, floors):
    zeros = torch.zeros_like(u)
    zeros[:, 0:1] = u.narrow(-1, 0, 1)
    return torch.log(torch.clamp((zeros * zeros).sum(), min=floors[u.dtype]))


def of_a_parameter(u, eps):
    zeros = torch.zeros_like(u)
    return torch.sqrt(torch.clamp(torch.sum(zeros * zeros), min=eps))
