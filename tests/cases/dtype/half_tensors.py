# A tensor that may be in half precision is fed to a layer: the finding is the same.

import torch
from torch import nn


def prepared(image, is_half):
    image = image.half() if is_half else image
    return torch.log(torch.relu(nn.Linear(3, 4)(image)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(nn.Linear(…)(…))` is a ReLU, exactly 0 for inputs of 0 or less
    # fixed: torch.log(torch.clamp(torch.relu(nn.Linear(3, 4)(image)), min=1e-10))
    # or (unsafe): torch.log(torch.relu(nn.Linear(3, 4)(image)) + 1e-8)
