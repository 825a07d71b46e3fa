import torch


def score(x):
    return torch.sigmoid(x)
