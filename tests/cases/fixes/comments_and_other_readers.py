# A fix is not offered where it would lose a comment, or where what is read is not the quotient alone.

import torch
import torch.nn.functional as F


def softmax_with_a_reason(z):
    return torch.exp(z) / (  # the shares
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^+2 NAN402 hint: this is
        torch.exp(z).sum(dim=-1, keepdim=True)
    )


def of_more_than_the_quotient(x, y):
    a, b = torch.sigmoid(x), torch.sigmoid(y)
    q = a / b
    #   ^^^^^ NAN102 information: `b`
    return torch.log(q + 1.0)


def of_the_quotient(x, y):
    a, b = torch.sigmoid(x), torch.sigmoid(y)
    q = a / b
    #   ^^^^^ NAN102 information: `b`
    return torch.log(q)
    #      ^^^^^^^^^^^^ NAN101 warning: `q` can be 0, as a sigmoid is for inputs below -89


def mean_of_none(mode):
    return F.mse_loss(torch.zeros(0), torch.zeros(0), reduction=mode)


def mean_of_nothing():
    return F.mse_loss(torch.zeros(0), torch.zeros(0), reduction="mean")
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `torch.zeros(0)`


def sum_of_nothing():
    return F.mse_loss(torch.zeros(0), torch.zeros(0), reduction="sum")


def nothing_said():
    return F.mse_loss(torch.zeros(0), torch.zeros(0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `torch.zeros(0)`
