"""A name that a condition binds while the line around it is half typed: there is no statement around it yet."""

import torch


def named_on_e-6 < (scale := torch.relu(x)):
        return torch.log(scale) + torch.log(torch.relu(x))
        #      ^^^^^^^^^^^^^^^^ NAN101 warning: `scale` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
        #                         ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(x)` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    return x
