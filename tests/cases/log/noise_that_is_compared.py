"""The logarithm of a draw that is 0 is -inf, below all that it is compared with; what is added up is NaN or -inf."""

import torch


def accepted(ratio, temperature):
    return torch.log(torch.rand(3)) < ratio, torch.log(-torch.log(torch.rand(3))) < ratio


def divided(ratio, temperature):
    return torch.log(-torch.log(torch.rand(3)) / temperature) < ratio
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand(3)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0


def added(ratio):
    return torch.log(-torch.log(torch.rand(3))) + ratio
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand(3)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0


def told_by_its_name(ratio):
    noise = torch.log(torch.rand(3))
    accepted = noise < ratio
    return Extra(noise=noise), accepted


def told_by_another(ratio):
    noise = torch.log(torch.rand(3))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand(3)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
    accepted = noise < ratio
    return Extra(target=noise), accepted
