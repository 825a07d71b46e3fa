"""A comprehension that asks of something else does not ask for the mask; how long its choice is, is asked in any words."""

import torch


def only_when_scaled(x, targets, scale):
    return torch.stack([x[t > 0.5].mean() for t in targets if scale > 3])
    #                   ^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `t > 0.5` holds for any element, and the mean of none is NaN; ask first


def only_where_any(x, targets):
    return torch.stack([x[t > 0.5].mean() for t in targets if (t > 0.5).any()])


def of_no_rows(x, t):
    mask = t > 0.5
    kept = x[mask]
    if kept.shape[0] == 0:
        return kept.mean()
        #      ^^^^^^^^^^^ NAN106 warning: `mask` holds for no element here, and the mean of none is NaN; leave it out
    return kept.sum()
