import torch

import config
from config import EPS as tiny


def loss(x):
    p = torch.softmax(x, -1)
    a = torch.log(p + config.EPS)
    b = torch.log(p + tiny)
    c = torch.log(p + config.ZERO)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p + config.ZERO`
    return a, b, c
