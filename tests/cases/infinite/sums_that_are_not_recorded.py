"""The logarithm of a sum of what a mask leaves is part of a loss only where it is recorded."""

import torch


def contrast_loss(x, mask):
    rest = torch.logsumexp(x.masked_fill(mask, float("-inf")), -1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `x.mask…(…)` is -inf throughout where a whole row is masked: its logsumexp has a gradient of NaN; leave it out
    with torch.no_grad():
        shown = torch.logsumexp(x.masked_fill(mask, float("-inf")), -1)
    print(shown)
    return rest.mean()
