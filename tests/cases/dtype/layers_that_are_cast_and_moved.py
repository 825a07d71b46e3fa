# A layer that was cast to half precision stays so when it is moved: what it gives is float16, and 1e-8 is 0 there.

import torch
from torch import nn


def precise(x):
    layer = nn.Linear(8, 1).half().to("cuda")
    reveal_range(layer(x))  # any value float16
    reveal_range(layer.parameters())  # unknown
    return torch.log(torch.sigmoid(layer(x)) + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.sigmoid(layer(x)) + 1e-8` masks nothing: 1e-8 is 0 in float16, and log(0) is -inf; take a larger one
    # fixed: torch.log(torch.sigmoid(layer(x)) + 1e-4)
    # or (unsafe): nn.functional.logsigmoid(layer(x))
    # from: `torch.sigmoid(layer(x))` made here, exactly 0 in float16 for inputs below -17
