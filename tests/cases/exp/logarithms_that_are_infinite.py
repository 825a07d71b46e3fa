"""The exponent of a formula is a sum of logarithms: what is infinite in it makes the whole infinite."""

import torch


def rest_by_logarithms(p):
    return torch.log(1 + torch.exp(torch.log(p) - torch.log(1 - p)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand: where `torch.exp(…)` overflows, it is Inf; use PyTorch's own
    #                              ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    #                                             ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `1 - p` stays above 0: log(0) is -inf


def rest_of_an_output(model, x):
    p = torch.sigmoid(model(x))
    return torch.log(1 + torch.exp(torch.log(p) - torch.log(1 - p))).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 information: this is a softplus written out by hand: where `torch.exp(…)` overflows, it is Inf; use PyTorch's own
    #                              ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    #                                             ^^^^^^^^^^^^^^^^ NAN101 warning: `1 - p` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0


def rest_of_many(p, a, b, c):
    product = torch.log(p) + torch.log(a) + torch.log(b) + torch.log(c)
    #         ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    #                        ^^^^^^^^^^^^ NAN101 information: nothing here shows that `a` stays above 0: log(0) is -inf
    #                                       ^^^^^^^^^^^^ NAN101 information: nothing here shows that `b` stays above 0: log(0) is -inf
    #                                                      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `c` stays above 0: log(0) is -inf
    return torch.log(1 + torch.exp(product))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand: where `torch.exp(product)` overflows, it is Inf; use PyTorch's own


def rest_with_an_error(p, error):
    return torch.log(1 + torch.exp(torch.log(p) + error))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand: where `torch.exp(…)` overflows, it is Inf; use PyTorch's own
    #                              ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
