import torch


def subtracts(x):
    p = torch.softmax(x, -1)
    a = torch.log(p - 1e-6)
    #   ^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p - 1e-6` masks nothing, because it moves 0 the wrong way, to -1e-6
    b = torch.log(1 - p - 1e-6)
    #   ^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1 - p - 1e-6` masks nothing, because it moves 0 the wrong way, to -1e-6
    return a, b
