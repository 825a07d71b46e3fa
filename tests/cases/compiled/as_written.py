# PyTorch and NumPy compute a sum in the order in which it is written, so the epsilon stays where it is.

import numpy as np
import torch


@torch.compile
def in_pytorch(z):
    p = torch.tanh(z)
    return torch.log(1 - p + 1e-8)


def in_numpy():
    u = np.random.rand(3).astype(np.float32)
    return np.log(1 - np.minimum(u + 1, 1) + 1e-8)
