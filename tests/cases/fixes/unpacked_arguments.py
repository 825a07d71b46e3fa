import torch


def loss(*args, **kwargs):
    return torch.log(*args), torch.log(**kwargs), torch.log(torch.softmax(*args))
    #                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(*args)` is a softmax
