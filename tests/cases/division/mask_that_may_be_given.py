# Attention that is masked where a mask is given: a row of padding alone sums to 0. Where what is masked is a softmax the
# mask need not take all: the largest is what it took, and the rest is 0 beside it.

import torch
from torch import nn


class Pool(nn.Module):
    def forward(self, score, mask=None):
        e = torch.exp(torch.tanh(score))
        if mask is not None:
            e = e * mask
        return e / e.sum(-1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `e.sum(-1, keepdim=True)` can be 0 where a whole row is masked

    def renormalised(self, score, mask):
        p = torch.softmax(score, -1) * mask
        return p / p.sum(-1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `p.sum(-1, keepdim=True)` can be 0 where a whole row is masked

    def kept_away(self, score, mask=None):
        e = torch.exp(torch.tanh(score))
        if mask is not None:
            e = e * mask
        return e / (e.sum(-1, keepdim=True) + 1e-6)
