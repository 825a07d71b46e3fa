# A ReLU, a tanh and a softplus can be 0, and with 1 added they cannot.

import torch


def activations(x):
    a = torch.relu(x)
    b = torch.tanh(x)
    c = torch.nn.functional.softplus(x)
    first = torch.log(a)
    #       ^^^^^^^^^^^^ NAN101 warning: `a` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(a, min=1e-10))
    second = torch.log(b)
    #        ^^^^^^^^^^^^ NAN101 warning: `b` is a tanh
    third = torch.log(c)
    #       ^^^^^^^^^^^^ NAN101 warning: `c` is a softplus, exactly 0 for inputs below -103: log(0) is -inf; keep it above 0
    return first, second, third, torch.log(1 + a), torch.log1p(a)
