"""Which item of a tuple an index picks may be unknown: it is one of them all the same, and of none nothing is known."""

import torch


def pick(a, b, k):
    p = (torch.sigmoid(a), torch.sigmoid(b))[k]
    reveal_range(p)  # [0, 1] float32
    reveal_range((torch.relu(a), torch.sigmoid(b))[k])  # [0, inf] float32
    reveal_range((torch.relu(a), torch.sigmoid(b))[2])  # [0, inf] float32
    reveal_range((torch.relu(a), torch.sigmoid(b))[-1])  # [0, 1] float32
    reveal_range(()[k])  # unknown
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid
