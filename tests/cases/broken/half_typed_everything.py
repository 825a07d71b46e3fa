"""What is being typed is no program yet, and what stands around it is looked at all the same."""

import tensorflow as tf
import torch

low = high: float
half = lambda x:


def conditions(p, q):
    reveal_range(low)  # unknown
    reveal_range(half(p))  # unknown
    p = torch.relu(p)
    tf.debugging.assert_positive()
    if q.gt():
        return torch.log(p)
    #          ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, min=1e-10))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `torch.relu(p)` made here, exactly 0 for inputs of 0 or less
    if q < ) 2:
        return torch.log(p)
    #          ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, min=1e-10))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `torch.relu(p)` made here, exactly 0 for inputs of 0 or less
    if q and :
        return torch.log(p)
    #          ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, min=1e-10))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `torch.relu(p)` made here, exactly 0 for inputs of 0 or less
    return torch.log(p) if else torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, min=1e-10))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `torch.relu(p)` made here, exactly 0 for inputs of 0 or less
    #                           ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, min=1e-10))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `torch.relu(p)` made here, exactly 0 for inputs of 0 or less
