# An epsilon of a configuration file masks as the number that it is, and 0 does not.

import torch

import config
from config import EPS as tiny


def loss(x):
    p = torch.softmax(x, -1)
    a = torch.log(p + config.EPS)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p + config.EPS` keeps the logarithm of a softmax finite
    b = torch.log(p + tiny)
    #   ^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p + tiny` keeps the logarithm of a softmax finite
    c = torch.log(p + config.ZERO)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p + config.ZERO`
    return a, b, c
