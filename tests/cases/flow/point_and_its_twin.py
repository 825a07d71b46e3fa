# `p` and `1 - p` are one tensor: their sum is never 0, their product is.

import torch


def entropy_terms(x):
    p = torch.sigmoid(x)
    never_zero = torch.log(p + (1 - p))
    product = torch.log(p * (1 - p))
    #         ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p * (1 - p)` can be 0, as a sigmoid is for inputs below -89
    return never_zero, product
