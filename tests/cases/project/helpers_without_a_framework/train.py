import torch
from main import kept, likelihood, of_lengths, share, unit


def loss(model, x, y):
    p = torch.softmax(model(x), dim=-1)
    active = torch.relu(model(x))
    of_lengths(p.sum(), ["a", "b"])
    return likelihood(p, y) + unit(active) + share(active) + kept(active)
