# A logsumexp in one line: that all of its exponentials underflow is possible, that one overflows is what training does.
# The mean of the exponentials is the same but for a constant.

import torch
from torch import nn


class Partition(nn.Module):
    def energies(self, x):
        return torch.log(torch.sum(torch.exp(x), dim=0)).mean()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a logsumexp written out by hand
        # fixed: torch.logsumexp(x, dim=0)

    def bound(self, x):
        return torch.log(torch.mean(torch.exp(x), dim=0)).mean()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a logsumexp written out by hand

    def shifted(self, x):
        top = x.amax(0, keepdim=True)
        return (torch.log(torch.mean(torch.exp(x - top), dim=0)) + top).mean()

    def stable(self, x):
        return torch.logsumexp(x, dim=0).mean()
