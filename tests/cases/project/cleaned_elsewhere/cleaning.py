import torch


def without_nan(x):
    return torch.where(torch.isnan(x), torch.zeros_like(x), x)


def all_of_it(shares, y):
    loss = (shares * y).sum()
    return torch.nan_to_num(loss)
