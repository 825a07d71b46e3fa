# Tables of positions and noise schedules are made of constants that stay in the domain.

import math

import numpy as np
import torch


def positions(d_model, length):
    rates = torch.exp(torch.arange(0, d_model, 2) * (-math.log(10000.0) / d_model))
    timescale = np.log(10000.0) / (length - 1)
    return rates, timescale


def diffusion(steps):
    betas = torch.linspace(0.0001, 0.02, steps)
    kept = torch.cumprod(1.0 - betas, dim=0)
    return torch.log(betas), torch.log(1.0 - kept), torch.log(torch.arange(1, 10).float())


def normalised(x, counts):
    partition = torch.log(torch.exp(x - x.max()).sum())
    shifted = np.log(np.sum(np.exp(counts - np.max(counts))))
    return partition, shifted, np.log(counts + 1)
