# Methods are followed along a chain, to the producer at its beginning.

import torch


def chain(x):
    safe = x.exp().add(1).log()
    risky = torch.relu(x).mul(2).log()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(x).mul(2)` comes from a ReLU, which is exactly 0
    # fixed: torch.relu(x).mul(2).clamp(min=1e-10).log()
    return safe, risky
