# A function that is called `half`, and a method `to` that moves to a device, turn nothing to half precision.

import torch
from torch.nn import functional as F

from somewhere import half


def moved(model, x, device):
    model.to(device)
    left, right = half(x)
    torch.log(F.relu(left)), right
#   ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `F.relu(left)` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
# fixed: torch.log(torch.clamp(F.relu(left), min=1e-10))
# or (unsafe): torch.log(F.relu(left) + 1e-8)
# from: `F.relu(left)` made here, exactly 0 for inputs of 0 or less
    y = x.half()
    return torch.log(F.relu(model(x))), y
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `F.relu(model(x))` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(F.relu(model(x)), min=1e-10))
    # or (unsafe): torch.log(F.relu(model(x)) + 1e-8)
    # from: `F.relu(model(x))` made here, exactly 0 for inputs of 0 or less
