"""A name that a condition binds, `if (n := mask.sum()) > 0`, has its value in both branches, and after them."""

import torch


def in_the_condition(x, mask):
    total = torch.relu(x)
    if mask is not None and (total := torch.softmax(x, -1) + 1e-6) is not None:
        return torch.log(total)
        #      ^^^^^^^^^^^^^^^^ NAN401 hint: `total` keeps the logarithm of a softmax finite and moves every value: log_softmax is exact
        # fixed (unsafe): torch.log_softmax(x, -1)
        # from: `torch.softmax(x, -1)` made here, values in [0, 1]
    return torch.log(total)
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `total` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(total, min=1e-10))
    # or (unsafe): torch.log(total + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less


def after_the_condition(x, mask):
    total = torch.sigmoid(x)
    if mask is not None and (total := torch.nn.functional.softplus(x) + 1) is not None:
        x = x + 1
    return torch.log(total) + x
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `total` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.nn.functional.logsigmoid(logits)
    # adds: logits = x
    # or: torch.log(torch.clamp(total, 1e-10, 1.0))
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89


def scaled(x, limit):
    total = torch.sigmoid(x)
    if limit > 0 and (total := torch.sigmoid(x) + limit) is not None:
        return torch.log(total)
    return torch.log(total)
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `total` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.nn.functional.logsigmoid(x)
    # or: torch.log(torch.clamp(total, 1e-10, 1.0))
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89


def of_a_call(x):
    return 1.0 / scaled(x, 1.0) + 1.0 / scaled(x, 0.0)
    #      ^^^^^^^^^^^^^^^^^^^^ NAN102 information: `scaled(x, 1.0)` can be 0, as a sigmoid is for inputs below -89: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89
    # from: `scaled(x, 1.0)` returned by this call
    #                             ^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `scaled(x, 0.0)` can be 0 where a sigmoid is exactly 1: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # from: `torch.sigmoid(x)` made here, exactly 1 in float32 for inputs above 17
    # from: `scaled(x, 0.0)` returned by this call
