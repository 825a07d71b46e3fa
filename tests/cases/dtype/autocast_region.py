# Inside of autocast a linear layer answers in half precision, in which the epsilon is 0; outside it does not.

import torch
from torch import nn

net = nn.Linear(10, 1)


def loss(x):
    with torch.autocast("cuda"):
        p = torch.sigmoid(net(x))
        inside = torch.log(p + 1e-8)
        #        ^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p + 1e-8` masks nothing: 1e-8 is 0 in float16
    outside = torch.log(torch.sigmoid(net(x)) + 1e-8)
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `torch.sigmoid(…) + 1e-8` keeps the logarithm of a sigmoid finite and moves every value
    return inside, outside
