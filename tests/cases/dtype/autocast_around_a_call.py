"""An autocast region holds for what is called in it, as it does for what stands in it: here it ends at the call."""

import torch
from torch import nn

head = nn.Linear(3, 4)


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = nn.Linear(3, 4)

    def score(self, x):
        p = torch.sigmoid(self.inner(x))
        # FIXME: a warning: 1e-8 is 0 in float16
        return torch.log(p + 1e-8)
        #      ^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p + 1e-8` keeps the logarithm of a sigmoid finite and moves every value: log_sigmoid is exact

    def forward(self, x):
        with torch.autocast("cuda"):
            return self.score(x)


def scored(x):
    p = torch.sigmoid(head(x))
    # FIXME: a warning here too
    return torch.log(p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p + 1e-8` keeps the logarithm of a sigmoid finite and moves every value: log_sigmoid is exact


def step(x):
    with torch.autocast("cuda"):
        return scored(x)


def masked(p):
    return torch.log(p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p + 1e-8` masks nothing: 1e-8 is 0 in float16, and log(0) is -inf; take a larger one


def step_that_passes_the_tensor(x):
    with torch.autocast("cuda"):
        return masked(torch.sigmoid(head(x)))
