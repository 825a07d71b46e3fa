"""Of few functions that a list or a branch leaves each may be called; of many nothing is known."""

import torch
from torch import nn


def shares(x):
    return torch.softmax(x, -1)


def rates(x):
    return torch.sigmoid(x)


def one_of_a_list(x, at):
    functions = [shares, rates]
    return torch.log(functions[at](x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `functions[at](x)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0


class Heads(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Softmax(-1)
        self.second = nn.Sigmoid()

    def forward(self, x, at):
        heads = [self.first, self.second]
        return torch.log(heads[at](x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `heads[at](x)` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def lengths(x):
    return torch.relu(x)


def counts(x):
    return torch.nn.functional.softplus(x)


def weights(x):
    return torch.exp(x)


def sizes(x):
    return torch.abs(x)


def areas(x):
    return torch.square(x)


def one_of_six(x, at):
    functions = [shares, rates, lengths, counts, weights, sizes]
    return torch.log(functions[at](x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `functions[at](x)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0


def one_of_seven(x, at):
    functions = [shares, rates, lengths, counts, weights, sizes, areas]
    return torch.log(functions[at](x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `functions[at](x)` stays above 0: log(0) is -inf
