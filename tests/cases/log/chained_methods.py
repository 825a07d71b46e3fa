# Methods are followed along a chain, to the producer at its beginning.

import torch


def chain(x):
    safe = x.exp().add(1).log()
    risky = torch.relu(x).mul(2).log()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(x).mul(2)` can be 0, as a ReLU is for inputs of 0 or less
    # fixed: torch.relu(x).mul(2).clamp(min=1e-10).log()
    return safe, risky
