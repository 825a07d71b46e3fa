"""A softmax of logits with noise is no softmax of the logits: its logarithm is masked, and not written anew."""

import torch
import torch.nn.functional as F


def sample(z):
    y = F.gumbel_softmax(z, tau=0.5, hard=True)
    loss = torch.log(F.gumbel_softmax(z))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `F.gumbel_softmax(z)` is a softmax
    # fixed: torch.log(torch.clamp(F.gumbel_softmax(z), 1e-10, 1.0))
    # or (unsafe): torch.log(F.gumbel_softmax(z) + 1e-8)
    return loss, torch.log(y)
    #            ^^^^^^^^^^^^ NAN101 warning: `y` is a softmax
    # fixed: torch.log(torch.clamp(y, 1e-10, 1.0))
    # or (unsafe): torch.log(y + 1e-8)
