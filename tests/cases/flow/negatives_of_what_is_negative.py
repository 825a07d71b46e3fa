# Where `x < 0` holds `-x` is above 0, and nothing is known of `-net(x)`.

import torch


def of_itself(x):
    return torch.log(torch.where(x < 0, -x, 1 + x.abs()))


def of_another(x, net):
    return torch.log(torch.where(x < 0, -net(x), 1 + x.abs()))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.where(x < 0, -net(x), 1 + x.abs())` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(torch.where(x < 0, -net(x), 1 + x.abs()), min=1e-10))


def of_either(x, net):
    return torch.log(torch.where(x < 0, -net(x), x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.where(x < 0, -net(x), x)` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(torch.where(x < 0, -net(x), x), min=1e-10))
