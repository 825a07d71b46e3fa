"""The message is to blame the producer nearest to the operation: here it blames the one behind it."""

import torch


def shifted(x):
    h = torch.softmax(x, -1)
    # FIXME: as a sigmoid of 0 is 0.5, not "as a softmax can"
    return torch.log(torch.sigmoid(h) - 0.5)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(h) - 0.5` can be 0, as a softmax can: log(0) is -inf; keep it above 0


def nearest(x):
    h = torch.exp(x)
    return torch.log(1 - torch.sigmoid(h + 2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.sigmoid(h + 2)` can be 0 where a sigmoid is exactly 1: log(0) is -inf; keep it above 0


def of_a_bound(x):
    a = x.clamp(min=0)
    # FIXME: where all that it sums is clipped: there is no step before which anything is 0
    return 1 / a.norm(dim=1)
    #      ^^^^^^^^^^^^^^^^^ NAN102 warning: `a.norm(dim=1)` is a norm, exactly 0 before the first step: x / 0 is Inf or NaN; keep it away from 0


def quoted_whole(x):
    h = torch.relu(x)
    # FIXME: `h.sum()`, which is as short as a quotation gets
    return x / h.sum()
    #      ^^^^^^^^^^^ NAN102 warning: `h.sum()` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
