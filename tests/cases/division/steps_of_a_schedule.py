# Two steps of a schedule that follow each other are close: the exponential of their difference is nowhere near 0. How far the
# schedule may go from one to the next the source does not say.

import torch
import torch.nn.functional as F


def denoised(gamma_t, gamma_s, z, noise):
    difference = F.logsigmoid(-gamma_t) - F.logsigmoid(-gamma_s)
    # FIXME: information at most
    return z / torch.exp(0.5 * difference) - noise
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.exp(…)` is an exponential, exactly 0 for inputs below -104: x / 0 is Inf or NaN; keep it away from 0
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `0.5 * difference` can be 5000 where a log sigmoid is exactly 0: exp overflows to Inf in float32; bound it
