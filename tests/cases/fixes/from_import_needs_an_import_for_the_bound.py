# Only functions are imported: the bound of a log-variance, written where it is made, brings the import of the module.

from torch import exp, nn


def likelihood(x, y):
    v = nn.Linear(3, 4)(x)
    return (x - y) ** 2 * exp(-v) + v
    #                     ^^^^^^^ NAN104 information: `-v` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): v = torch.clamp(nn.Linear(3, 4)(x), min=-30.0)
    # adds: import torch
    # adds: torch.clamp(
    # adds: , min=-30.0)
    # or (unsafe): exp(torch.clamp(-v, max=30.0))
    # from: `nn.Linear(3, 4)(x)` made here, unbounded
