# What is unpacked into a call is not known to be its operand; a softmax of it is a softmax.

import torch


def loss(*args, **kwargs):
    return torch.log(*args), torch.log(**kwargs), torch.log(torch.softmax(*args))
    #                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(*args)` is a softmax
