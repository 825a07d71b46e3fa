"""A function is called where the name means it: not where another file's function or method has that name."""

import torch


def shared(low):
    return torch.log(low)
    #      ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `low` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(low, min=1e-10))


def aliased(low):
    return torch.log(low)
    #      ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `low` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(low, min=1e-10))


def taken(low):
    return torch.log(low)
    #      ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `low` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(low, min=1e-10))


class Scale:
    def scaled(self, low):
        return torch.log(low)

    def shared(self, low):
        return torch.log(low)
    #          ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `low` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(low, min=1e-10))


def unused(shared):
    return shared(torch.relu(torch.ones(3)))
