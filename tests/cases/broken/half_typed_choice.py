"""A choice between two values that is being typed says nothing of what it gives."""

import torch


def with_a_stray_sign(x, flag):
    y = torch.sigmoid(x) if flag ? else x
    return torch.log(y)
    #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `y` stays above 0: log(0) is -inf


def with_a_comment(x, flag):
    y = (
        torch.sigmoid(x)
        if flag  # of the caller
        else torch.exp(x)
    )
    return torch.log(y)
    #      ^^^^^^^^^^^^ NAN101 warning: `y` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
