# With double precision as the default an upper bound of 1 - 1e-8 is less than 1.

import torch

torch.set_default_dtype(torch.float64)


def loss(x):
    p = torch.clamp(torch.sigmoid(x), 1e-8, 1 - 1e-8)
    reveal_range(p)  # [1e-08, 0.99999999] float64
    return torch.log(p) + torch.log(1 - p)
