import torch
from main import trained


def step(h):
    return trained(torch.relu(h))
