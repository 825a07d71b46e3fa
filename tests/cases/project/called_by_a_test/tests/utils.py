import torch
from main import Loss, shared


def made(size=3):
    shared(torch.ones(size), torch.zeros(size))
    loss = Loss()
    return loss(torch.zeros(size))
