# PyTorch defines the derivative of the angle of the origin to be 0.

import torch


def heading_loss(v, target):
    return ((torch.atan2(v[..., 1], v[..., 0]) - target) ** 2).mean()
