# Whoever replaces what is not finite reckons with it. Where nothing is differentiated it does no harm; elsewhere the
# derivative is NaN all the same, which may never be asked for.

import torch


def scaled(error, smooth):
    scale = error.sum() / torch.relu(smooth).sum(1, keepdim=True)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.relu(smooth).sum(1, keepdim=True)` can be 0, as a ReLU can
    scale[scale.isinf() | (scale > 1000)] = 1.0
    return scale * smooth


@torch.no_grad()
def scaled_afterwards(error, smooth):
    scale = error.sum() / torch.relu(smooth).sum(1, keepdim=True)
    scale[~torch.isfinite(scale)] = 1.0
    return scale * smooth


def asked_of_another(error, smooth):
    scale = error.sum() / torch.relu(smooth).sum(1, keepdim=True)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.relu(smooth).sum(1, keepdim=True)` can be 0, as a ReLU can
    smooth[smooth.isinf()] = 1.0
    return scale * smooth
