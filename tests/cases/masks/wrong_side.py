import torch


def subtracts(x):
    p = torch.softmax(x, -1)
    a = torch.log(p - 1e-6)
    #   ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p - 1e-6`
    b = torch.log(1 - p - 1e-6)
    #   ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - p - 1e-6`
    return a, b
