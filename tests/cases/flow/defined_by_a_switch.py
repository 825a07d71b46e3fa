# A switch of the file is there to be changed: what either branch defines may be what is called.

import torch

FAST = False

if FAST:

    def act(z):
        return torch.relu(z)

else:

    def act(z):
        return torch.nn.functional.softplus(z) + 1.0


def loss(z):
    return torch.log(act(torch.tanh(z))).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `act(torch.tanh(z))` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(act(torch.tanh(z)), min=1e-10))
    # or (unsafe): torch.log(act(torch.tanh(z)) + 1e-8)
