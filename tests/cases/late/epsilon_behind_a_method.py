# The epsilon behind a logarithm goes into its receiver, all of it, with parentheses where it has none that serve.

import torch


def of_a_product(z):
    p = torch.sigmoid(z)
    return (p * p).log() + 1e-8
    #      ^^^^^^^^^^^^^ NAN202 warning: the epsilon of `(p * p).log() + 1e-8` comes too late: log(0) is -inf; add it to the operand
    # fixed: (p * p + 1e-8).log()
    # or: (p * p).clamp(1e-10, 1.0).log()
    # or (unsafe): (p * p + 1e-8).log()
    # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89


def of_a_call(z):
    p = torch.softmax(z, -1)
    return p.max(-1)[0].log() + torch.relu(z).log() + 1e-8, (p * p).sum(-1).sigmoid()
    #                           ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(z)` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.relu(z).clamp(min=1e-10).log()
    # or (unsafe): (torch.relu(z) + 1e-8).log()
    # from: `torch.relu(z)` made here, exactly 0 for inputs of 0 or less


def of_a_choice(z, c):
    p = torch.relu(z)
    return (p if c else p * p).log() + 1e-8
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN202 warning: the epsilon of `(p if c else p * p).log() + 1e-8` comes too late: log(0) is -inf; add it to the operand
    # fixed: ((p if c else p * p) + 1e-8).log()
    # or: (p if c else p * p).clamp(min=1e-10).log()
    # or (unsafe): ((p if c else p * p) + 1e-8).log()
    # from: `torch.relu(z)` made here, exactly 0 for inputs of 0 or less


def of_a_choice_by_a_function(z, c):
    p = torch.relu(z)
    return torch.log(p if c else p * p) + 1e-8
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN202 warning: the epsilon of `torch.log(p if c else p * p) + 1e-8` comes too late: log(0) is -inf; add it to the operand
    # fixed: torch.log((p if c else p * p) + 1e-8)
    # or: torch.log(torch.clamp(p if c else p * p, min=1e-10))
    # or (unsafe): torch.log((p if c else p * p) + 1e-8)
    # from: `torch.relu(z)` made here, exactly 0 for inputs of 0 or less


def divided_by_a_choice(z, c):
    p = torch.relu(z)
    return 1 / (p if c else p * p)
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(p if c else p * p)` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1 / (p if c else p * p).clamp(min=1e-7)
    # or (unsafe): 1 / ((p if c else p * p) + 1e-8)
    # from: `torch.relu(z)` made here, exactly 0 for inputs of 0 or less
