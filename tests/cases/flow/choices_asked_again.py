"""What holds around a use decides an earlier choice only where what was asked is the same, and in the same function."""

import torch


def differences(a, n):
    span = a.right - a.left
    a.right = a.left
    if a.right > a.left:
        return torch.log(span)
    #          ^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `span` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(span, min=1e-10))
    return n


def of_names(high, low, n):
    span = high - low
    if high > low:
        return torch.log(span)
    return n


def switches(x, dense):
    s = torch.relu(x) if dense else torch.ones(3)
    if dense:
        return torch.log(s)
    #          ^^^^^^^^^^^^ NAN101 warning: `s` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(s, min=1e-10))
    # or (unsafe): torch.log(s + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    return torch.log(s + 1)


def not_switched(x, dense):
    s = torch.ones(3) if dense else torch.relu(x)
    if dense:
        return torch.log(s)
    return torch.log(s + 1)


def in_another_function(x, dense):
    s = torch.ones(3) if dense else torch.relu(x)

    def inner():
        if dense:
            return torch.log(s)
    #              ^^^^^^^^^^^^ NAN101 warning: `s` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(s, min=1e-10))
    # or (unsafe): torch.log(s + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
        return s

    dense = not dense
    return inner()


def of_items(x, layers, other):
    s = torch.ones(3) if layers[0].dense else torch.relu(x)
    layers[0] = other
    if layers[0].dense:
        return torch.log(s)
    #          ^^^^^^^^^^^^ NAN101 warning: `s` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(s, min=1e-10))
    # or (unsafe): torch.log(s + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    return s


def of_attributes(x, layer):
    s = torch.ones(3) if layer.dense else torch.relu(x)
    if layer.dense:
        return torch.log(s)
    return s
