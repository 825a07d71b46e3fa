# Divisions that nobody wants to hear of: numbers of Python, paths, and divisors that are masked, guarded or chosen.

from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn


def numbers(loader, model, batch_size, x):
    total, n = 0.0, 0
    for images, _ in loader:
        total += model(images).item()
        n += images.size(0)
    return total / n, total / len(loader), x / batch_size, x / x.shape[-1] ** 0.5


def paths(root, name):
    return Path(root) / name / f"{name}.pt"


def masked(x, eps=1e-8):
    active = F.relu(x)
    length = x.norm(dim=-1, keepdim=True)
    return active / (active.sum() + eps), x / length.clamp(min=eps), x / torch.max(length, torch.tensor(1e-8))


def guarded(x):
    n = torch.relu(x).sum()
    if n == 0:
        return x
    return x / n


def chosen(x):
    n = torch.relu(x).sum()
    return x / torch.where(n > 0, n, torch.ones_like(n))


def replaced(x):
    d = np.maximum(x, 0)
    d[d == 0] = 1
    return x / d


def replaced_afterwards(x, low):
    var = np.var(x, axis=0)
    out = x / var
    out[var < low] = 0
    return out


def initialised(fan_in, fan_out):
    return np.random.randn(fan_in, fan_out) / np.sqrt(fan_in)


def shares_of_a_softmax(x):
    p = torch.softmax(x, -1)
    return p / p.sum(-1, keepdim=True)


def largest_subtracted(x):
    e = torch.exp(x - x.max())
    return e / e.sum()


def kernel(size, sigma):
    x = torch.arange(size) - size // 2
    k = torch.exp(-0.5 * x**2 / sigma**2)
    return k / k.sum()


def two_layers_never_cancel_exactly(x):
    return x / (nn.Linear(1, 1)(x) - nn.Linear(1, 1)(x)), torch.log(F.conv2d(torch.relu(x), torch.ones(1, 1, 3, 3)))


def sigmoid_by_hand(x):
    return 1 / (1 + torch.exp(-x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a sigmoid written out by hand


def gradient_clipped(grad, max_norm):
    norm = grad.norm()
    if norm > max_norm:
        grad = grad * (max_norm / norm)
    return grad
