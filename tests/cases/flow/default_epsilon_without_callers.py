# Without callers the default of a parameter is no more than a likely value: the sum with it is left alone.

import torch


def entropy(logits, epsilon=1e-6):
    p = torch.softmax(logits, -1)
    return -(p * torch.log(p + epsilon)).sum()


def no_epsilon(x, epsilon=0.0):
    return torch.log(x + epsilon)
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x + epsilon` stays above 0


def an_epsilon(x, epsilon=1e-6):
    return torch.log(x + epsilon)
