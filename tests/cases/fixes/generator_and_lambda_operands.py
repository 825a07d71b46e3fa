# Operands in a generator and in a lambda are mended where they stand.

import torch


def loss(xs):
    return sum(torch.log(torch.softmax(x, -1)) for x in xs), (lambda x: torch.relu(x).log())
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(x, -1)` is a softmax
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(torch.softmax(x, -1), 1e-10, 1.0))
    #                                                                   ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(x)` is a ReLU
    # fixed: torch.relu(x).clamp(min=1e-10).log()
